package io.candlestream.drift;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.GoldenTable;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdwinTest implements DriftDetectorContract {

    @Override
    public Adwin detector() {
        return new Adwin(0.002, 1);
    }

    @Override
    public int greatestDelay() {
        return 128;
    }

    @Override
    public int falseAlarms() {
        return 0;
    }

    /// River says index 1023 for its own example, at which it also looks for cuts.
    @Test
    void findsTheChangeOfRiversExampleWhereRiverDoes() {
        double[] losses = GoldenTable.read("drift/streams.csv").column("jump");
        Adwin adwin = new Adwin(0.002, 7);
        int at = 0;
        while (adwin.update(losses[at]) != Drift.DRIFT) {
            at++;
        }

        assertThat(at).isEqualTo(1023);
        assertThat(adwin.length()).isLessThan(100);
    }

    /// The paper proves that a false cut at one loss is no more likely than delta; its Table 1
    /// finds far fewer.
    @ParameterizedTest
    @CsvSource({"0.01, 0.05", "0.1, 0.05", "0.5, 0.05", "0.01, 0.3", "0.1, 0.3", "0.5, 0.3"})
    void falseCutsAreFarRarerThanDelta(double rate, double delta) {
        Random random = new Random(1);
        Adwin adwin = new Adwin(delta, 1);
        int drifts = 0;
        for (int i = 0; i < 100_000; i++) {
            drifts += adwin.update(random.nextDouble() < rate ? 1 : 0) == Drift.DRIFT ? 1 : 0;
        }

        assertThat(drifts).isLessThan((int) (delta * 100_000 / 32));
    }

    @Test
    void theWindowGrowsWhileNothingChanges() {
        Random random = new Random(2);
        Adwin adwin = detector();
        for (int i = 0; i < 100_000; i++) {
            adwin.update(random.nextDouble());
        }

        assertThat(adwin.length()).isEqualTo(100_000);
    }

    @Test
    void lossesThatHaveFallenCutTheWindowInSilence() {
        Random random = new Random(3);
        Adwin adwin = detector();
        for (int i = 0; i < 6_000; i++) {
            double rate = i < 5_000 ? 0.5 : 0.1;
            assertThat(adwin.update(random.nextDouble() < rate ? 1 : 0)).isEqualTo(Drift.STABLE);
        }

        assertThat(adwin.length()).isBetween(900L, 1_100L);
    }

    @Test
    void followsASlowChangeWithItsWindow() {
        Random random = new Random(4);
        Adwin adwin = detector();
        int drifts = 0;
        for (int i = 0; i < 40_000; i++) {
            double rate = 0.2 + 0.6 * Math.max(0, i - 20_000) / 20_000;
            drifts += adwin.update(random.nextDouble() < rate ? 1 : 0) == Drift.DRIFT ? 1 : 0;
        }

        assertThat(drifts).isBetween(3, 40);
        assertThat(adwin.length()).isLessThan(10_000);
    }

    @Test
    void lossesBeyondTheRangeCountAsItsEnds() {
        Adwin within = new Adwin(0.002, 2);
        Adwin beyond = new Adwin(0.002, 2);
        for (int i = 0; i < 1_000; i++) {
            within.update(i % 2 * 2);
            beyond.update(i % 2 == 0 ? -7 : 1e100);
        }

        assertThat(saved(beyond)).isEqualTo(saved(within));
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new Adwin(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delta must be above 0.0 and below 1.0, was 1.0");
        assertThatThrownBy(() -> new Adwin(0.002, 0)).isInstanceOf(IllegalArgumentException.class);
        byte[] state = saved(detector());
        ByteBuffer.wrap(state).putInt(Integer.BYTES, 6);
        assertThatThrownBy(() -> detector().restore(new StateInput(state)))
                .isInstanceOf(StateFormatException.class);
    }
}
