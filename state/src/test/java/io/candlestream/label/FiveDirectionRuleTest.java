package io.candlestream.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.label.LabelRun.Labelled;
import io.candlestream.seed.Seeded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FiveDirectionRuleTest {

    private static final int HORIZON = 6;
    private static final int COUNT = 250;

    @Seeded(runs = 500)
    void inBasisPointsLabelsAsThePlainComputation(long seed) {
        List<Candle> candles = LabelCandles.walk(seed, COUNT);
        double[] closes = LabelCandles.closesOf(candles);
        Threshold threshold = new Threshold.FixedBps(30);

        List<Labelled> labels =
                LabelRun.over(new FiveDirectionRule(HORIZON, threshold, 90), candles);

        assertThat(labels).hasSize(COUNT - HORIZON);
        for (Labelled labelled : labels) {
            double forward = Plainly.forwardReturn(closes, labelled.candle(), HORIZON);
            assertThat(labelled.label()).isEqualTo(plain(forward, -0.009, -0.003, 0.003, 0.009));
        }
    }

    @Seeded(runs = 500)
    void withVolatilityLabelsAsThePlainComputation(long seed) {
        List<Candle> candles = LabelCandles.walk(seed, COUNT);
        double[] closes = LabelCandles.closesOf(candles);
        Threshold threshold = new Threshold.OfVolatility(0.5, 20);

        List<Labelled> labels =
                LabelRun.over(new FiveDirectionRule(HORIZON, threshold, 1.25), candles);

        assertThat(labels).hasSize(COUNT - HORIZON - 20);
        for (Labelled labelled : labels) {
            double usual = Plainly.usualMove(closes, labelled.candle(), 20, HORIZON);
            double forward = Plainly.forwardReturn(closes, labelled.candle(), HORIZON);
            assertThat(labelled.label())
                    .isEqualTo(
                            plain(forward, -1.25 * usual, -0.5 * usual, 0.5 * usual, 1.25 * usual));
        }
    }

    @Seeded(runs = 500)
    void withQuantilesLabelsAsThePlainComputation(long seed) {
        List<Candle> candles = LabelCandles.walk(seed, COUNT);
        double[] closes = LabelCandles.closesOf(candles);
        Threshold threshold = new Threshold.Quantiles(0.4, 50);

        List<Labelled> labels =
                LabelRun.over(new FiveDirectionRule(HORIZON, threshold, 0.2), candles);

        assertThat(labels).hasSize(COUNT - HORIZON - (HORIZON + 50 - 1));
        for (Labelled labelled : labels) {
            double[] known = Plainly.knownReturns(closes, labelled.candle(), 50, HORIZON);
            double forward = Plainly.forwardReturn(closes, labelled.candle(), HORIZON);
            assertThat(labelled.label())
                    .isEqualTo(plain(forward, known[10], known[20], known[29], known[39]));
        }
    }

    @ParameterizedTest
    @CsvSource({"1.75, 3", "1.5, 3", "1.25, 2", "1, 2", "0.75, 2", "0.5, 1", "0.25, 1"})
    void onACutIsTheClassNearerToFlat(double closeNow, int label) {
        var rule = new FiveDirectionRule(1, new Threshold.FixedBps(2_500), 7_500);
        Labeller labeller = rule.create();

        labeller.update(LabelCandles.closes(closeNow).getFirst());
        labeller.mature(new KeptRows(new double[] {1}));

        assertThat(labeller.label()).isEqualTo(label);
    }

    @Test
    void namesItsClassesFromTheLowest() {
        assertThat(new FiveDirectionRule(1, new Threshold.FixedBps(1), 2).classNames())
                .containsExactly("strong_down", "down", "flat", "up", "strong_up");
    }

    @Test
    void refusesAStrongCutThatIsNoFurther() {
        Threshold fixed = new Threshold.FixedBps(10);
        Threshold volatility = new Threshold.OfVolatility(1, 20);
        Threshold quantiles = new Threshold.Quantiles(0.3, 20);

        assertRefused(fixed, 10, "strong must be further than threshold_bps=10.0, was 10.0");
        assertRefused(
                volatility, 0.5, "strong must be further than volatility=1.0,window=20, was 0.5");
        assertRefused(
                quantiles, 0.3, "strong must be further than quantile=0.3,window=20, was 0.3");
        assertRefused(
                quantiles,
                0.01,
                "quantile must be below 0.5 and at least 1 of a window of 20, was 0.01");
        assertRefused(
                fixed,
                Double.NaN,
                "threshold in basis points must be finite and at least 0, was NaN");
    }

    private static void assertRefused(Threshold threshold, double strong, String message) {
        assertThatThrownBy(() -> new FiveDirectionRule(12, threshold, strong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static int plain(
            double forward, double strongLower, double lower, double upper, double strongUpper) {
        if (forward > strongUpper) {
            return 4;
        }
        if (forward > upper) {
            return 3;
        }
        if (forward < strongLower) {
            return 0;
        }
        return forward < lower ? 1 : 2;
    }
}
