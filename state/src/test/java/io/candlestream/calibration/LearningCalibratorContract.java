package io.candlestream.calibration;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.seed.Seeded;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What every [Calibrator] promises that is one.
interface LearningCalibratorContract extends CalibratorContract {

    /// Where in the state a double lies.
    int doubleAt();

    /// Nats that probabilities three times too bold may still cost after 20,000 outcomes.
    double greatestExcess();

    /// Expected calibration error that they may still have then.
    double greatestError();

    @Seeded(runs = 5)
    default void mendsProbabilitiesThatAreTooBold(long seed) {
        Forecasts forecasts = Forecasts.of(seed, 40_000, 3, 3);
        Judgement raw = Judgement.of(new NoCalibration(3), forecasts, 20_000);

        Judgement mended = Judgement.of(config().create(3), forecasts, 20_000);

        assertThat(raw.excess()).isGreaterThan(0.3);
        assertThat(raw.expectedError()).isGreaterThan(0.18);
        assertThat(mended.excess()).isBetween(0.0, greatestExcess());
        assertThat(mended.expectedError()).isLessThan(greatestError());
    }

    @Seeded(runs = 5)
    default void mendsProbabilitiesThatAreTooModest(long seed) {
        Forecasts forecasts = Forecasts.of(seed, 40_000, 2, 0.3);
        Judgement raw = Judgement.of(new NoCalibration(2), forecasts, 20_000);

        Judgement mended = Judgement.of(config().create(2), forecasts, 20_000);

        assertThat(raw.excess()).isGreaterThan(0.05);
        assertThat(mended.excess()).isBetween(0.0, raw.excess() / 10);
        assertThat(mended.expectedError()).isLessThan(0.02);
    }

    @Test
    default void refusesWhatIsNoProbability() {
        Calibrator calibrator = small().create(3);
        byte[] before = saved(calibrator);

        for (double no : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -0.1, 1.1}) {
            double[] raw = {0.5, 0.5, no};
            assertThatThrownBy(() -> calibrator.learn(raw, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("probability must be from 0 to 1, was " + no);
            assertThatThrownBy(() -> calibrator.calibrate(raw, new double[3]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(saved(calibrator)).isEqualTo(before);
    }

    @Test
    default void takesARoundedProbabilityAsTheEnd() {
        Calibrator calibrator = small().create(2);
        double[] calibrated = new double[2];

        calibrator.learn(new double[] {1 + 1e-13, -1e-13}, 0);
        calibrator.calibrate(new double[] {1 + 1e-13, -1e-13}, calibrated);

        assertThat(calibrated[0] + calibrated[1]).isCloseTo(1, within(1e-12));
        assertThat(calibrated[1]).isGreaterThanOrEqualTo(Calibrator.FLOOR);
    }

    @Test
    default void refusesStateThatIsCutShortOrNotFinite() {
        byte[] state = saved(small().create(3));
        byte[] cut = Arrays.copyOf(state, state.length - 1);
        byte[] infinite = state.clone();
        ByteBuffer.wrap(infinite).putDouble(doubleAt(), Double.POSITIVE_INFINITY);

        assertThatThrownBy(() -> small().create(3).restore(new StateInput(cut)))
                .isInstanceOf(StateFormatException.class);
        assertThatThrownBy(() -> small().create(3).restore(new StateInput(infinite)))
                .isInstanceOf(StateFormatException.class);
    }
}
