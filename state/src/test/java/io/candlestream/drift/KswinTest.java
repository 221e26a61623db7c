package io.candlestream.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.golden.GoldenTable;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class KswinTest implements DriftDetectorContract {

    @Override
    public DriftDetector detector() {
        return new Kswin(1e-5, 800, 250, 5, 1);
    }

    @Override
    public int greatestDelay() {
        return 250;
    }

    @Override
    public int falseAlarms() {
        return 5;
    }

    /// River, with draws of its own, says index 1016 for its own example.
    @Test
    void findsTheChangeOfRiversExampleWhereRiverDoes() {
        double[] losses = GoldenTable.read("drift/streams.csv").column("jump");
        DriftDetector detector = new Kswin(1e-4, 100, 30, 1, 42);
        int at = 0;
        while (detector.update(losses[at]) != Drift.DRIFT) {
            at++;
        }

        assertThat(at).isBetween(1_013, 1_019);
    }

    @Test
    void findsAChangeOfShapeThatLeavesTheMean() {
        Random random = new Random(1);
        DriftDetector detector = new Kswin(1e-4, 300, 100, 1, 1);
        Drift drift = Drift.STABLE;
        for (int i = 0; i < 2_000 && drift != Drift.DRIFT; i++) {
            drift = detector.update(i < 1_000 ? random.nextDouble() : random.nextInt(2));
        }

        assertThat(drift).isEqualTo(Drift.DRIFT);
    }

    @Test
    void losesAllOlderLossesWithADrift() {
        DriftDetector detector = new Kswin(0.001, 20, 10, 1, 1);
        int[] at = new int[2];
        int drifts = 0;
        for (int i = 0; drifts < 2; i++) {
            // Two jumps: after the first drift ten losses are kept, ten more are needed.
            double loss = i < 30 ? 0 : i < 45 ? 1 : 2;
            if (detector.update(loss) == Drift.DRIFT) {
                at[drifts] = i;
                drifts++;
            }
        }

        // More than 0.83 of the latest ten must be greater than all that were drawn.
        assertThat(at[0]).isEqualTo(38);
        assertThat(at[1]).isEqualTo(53);
    }

    @Test
    void itsDrawsFollowFromTheSeed() {
        int[] first = drifts(1);

        assertThat(drifts(1)).containsExactly(first);
        assertThat(drifts(2)).isNotEqualTo(first);
    }

    private static int[] drifts(long seed) {
        Random random = new Random(3);
        DriftDetector detector = new Kswin(0.01, 100, 30, 1, seed);
        int[] at = new int[20];
        int drifts = 0;
        for (int i = 0; drifts < at.length; i++) {
            if (detector.update(random.nextDouble()) == Drift.DRIFT) {
                at[drifts] = i;
                drifts++;
            }
        }
        return at;
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> new Kswin(0, 100, 30, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alpha must be above 0.0 and below 1.0, was 0.0");
        assertThatThrownBy(() -> new Kswin(0.01, 100, 51, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "latest must be from 2 to half the window, the window at most 1000, were 51"
                                + " and 100");
        assertThatThrownBy(() -> new Kswin(0.01, 100, 30, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("every must be from 1 to 1000, was 0");
    }
}
