package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.feature.Scaling;
import io.candlestream.signal.SignalReadings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JumpWatchTest {

    private final JumpWatch jumps = new JumpWatch(2);

    @Test
    void aFeatureThatIsFarBeyondAllItHasBeenHasJumped() {
        for (int i = 0; i < 100; i++) {
            assertThat(jumps.update(new double[] {i % 7, -1})).isEqualTo(-1);
        }

        assertThat(jumps.update(new double[] {6_000, -1_000})).isEqualTo(-1);
        assertThat(jumps.update(new double[] {0, 1e12})).isOne();
        assertThat(jumps.before()).isEqualTo(1_000);
    }

    @Test
    void itJumpsOnce() {
        warm();

        assertThat(jumps.update(new double[] {1e12, 1})).isZero();
        assertThat(jumps.update(new double[] {1e12, 1})).isEqualTo(-1);
    }

    @Test
    void nothingJumpsBeforeItIsKnown() {
        assertThat(jumps.update(new double[] {1, 0})).isEqualTo(-1);
        assertThat(jumps.update(new double[] {1e12, 0})).isEqualTo(-1);
        warm();

        // It was always 0 until now.
        JumpWatch silent = new JumpWatch(1);
        for (int i = 0; i < 200; i++) {
            silent.update(new double[] {0});
        }
        assertThat(silent.update(new double[] {1e12})).isEqualTo(-1);
    }

    /// The trades of one candle are a million million times too many.
    @Test
    void aFaultInTheDataIsAnAlertAndMovesTheModelByNoMoreThanTheClip() {
        List<Candle> candles = new ArrayList<>(RandomCandles.of(5, 700));
        Candle fault = candles.get(600);
        candles.set(
                600,
                new Candle(
                        fault.series(),
                        fault.openTimeMs(),
                        fault.open(),
                        fault.high(),
                        fault.low(),
                        fault.close(),
                        1e12 * (1 + fault.baseVolume())));
        LearnerConfig standard = LearnerConfigs.withFeatures("return(1), rsi(14), volume", 1);
        Learner learner =
                new Learner(
                        fault.series(),
                        new LearnerConfig(
                                standard.features(),
                                standard.label(),
                                ModelExpression.parseList(
                                        "softmax(learning_rate=0.05,l2=0,clip=1)"),
                                Scaling.standard(10),
                                standard.scoring().halfLife(),
                                standard.calendar()));
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < candles.size(); i++) {
            double[][] before = learner.model(0).coefficients();
            Step step = learner.onCandle(candles.get(i), SignalReadings.NONE);
            double[][] after = learner.model(0).coefficients();
            for (int c = 0; c < after.length; c++) {
                assertThat(after[c][3]).isCloseTo(before[c][3], within(0.05));
            }
            events.addAll(step.events());
        }

        assertThat(events)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.kind()).isEqualTo(Event.Kind.FEATURE_JUMP);
                    assertThat(event.by()).isEqualTo("volume");
                    assertThat(event.after()).isGreaterThan(1e12);
                });
    }

    private void warm() {
        for (int i = 0; i < 100; i++) {
            jumps.update(new double[] {1, 1});
        }
    }
}
