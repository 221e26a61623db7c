package io.candlestream.label;

import static io.candlestream.label.TripleBarrierRule.PROFIT;
import static io.candlestream.label.TripleBarrierRule.STOP;
import static io.candlestream.label.TripleBarrierRule.Side.LONG;
import static io.candlestream.label.TripleBarrierRule.Side.SHORT;
import static io.candlestream.label.TripleBarrierRule.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.label.LabelRun.Labelled;
import io.candlestream.label.TripleBarrierRule.Side;
import io.candlestream.seed.Seeded;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class TripleBarrierRuleTest {

    private static final int HORIZON = 12;
    private static final int COUNT = 250;

    @Seeded(runs = 500)
    void ofVolatilityLabelsAsThePlainComputation(long seed) {
        List<Candle> candles = LabelCandles.walk(seed, COUNT);
        double[] closes = LabelCandles.closesOf(candles);

        for (Side side : Side.values()) {
            var rule =
                    new TripleBarrierRule(HORIZON, new Barriers.OfVolatility(0.8, 0.5, 20), side);
            List<Labelled> labels = LabelRun.over(rule, candles);

            assertThat(labels).hasSize(COUNT - HORIZON - 20);
            for (Labelled labelled : labels) {
                double usual = Plainly.usualMove(closes, labelled.candle(), 20, HORIZON);
                assertThat(labelled.label())
                        .isEqualTo(plain(candles, labelled, side, 0.8 * usual, 0.5 * usual));
            }
        }
    }

    @Seeded(runs = 500)
    void inBasisPointsLabelsAsThePlainComputation(long seed) {
        List<Candle> candles = LabelCandles.walk(seed, COUNT);

        for (Side side : Side.values()) {
            var rule = new TripleBarrierRule(HORIZON, new Barriers.FixedBps(120, 80), side);
            List<Labelled> labels = LabelRun.over(rule, candles);

            assertThat(labels).hasSize(COUNT - HORIZON);
            for (Labelled labelled : labels) {
                assertThat(labelled.label())
                        .isEqualTo(plain(candles, labelled, side, 0.012, 0.008));
            }
        }
    }

    @Nested
    class Barrier {

        @Test
        void isTouchedWhenReachedExactly() {
            assertThat(label(LONG, 1, range(0.9, 1.5))).isEqualTo(PROFIT);
            assertThat(label(LONG, 1, range(0.9, Math.nextDown(1.5)))).isEqualTo(TIME);
            assertThat(label(LONG, 1, range(0.75, 1.2))).isEqualTo(STOP);
            assertThat(label(LONG, 1, range(Math.nextUp(0.75), 1.2))).isEqualTo(TIME);
        }

        @Test
        void liesOnTheOtherSideForAShortPosition() {
            assertThat(label(SHORT, 1, range(0.5, 1.2))).isEqualTo(PROFIT);
            assertThat(label(SHORT, 1, range(Math.nextUp(0.5), 1.2))).isEqualTo(TIME);
            assertThat(label(SHORT, 1, range(0.9, 1.25))).isEqualTo(STOP);
            assertThat(label(SHORT, 1, range(0.9, Math.nextDown(1.25)))).isEqualTo(TIME);
        }

        @Test
        void thatIsTouchedFirstDecides() {
            assertThat(label(LONG, 2, range(0.9, 1.6), range(0.1, 0.2))).isEqualTo(PROFIT);
            assertThat(label(LONG, 2, range(0.1, 0.2), range(0.9, 1.6))).isEqualTo(STOP);
            assertThat(label(SHORT, 2, range(0.9, 1.6), range(0.1, 0.2))).isEqualTo(STOP);
        }

        @Test
        void isTheStopWhereOneCandleTouchesBoth() {
            assertThat(label(LONG, 1, range(0.1, 9))).isEqualTo(STOP);
            assertThat(label(SHORT, 1, range(0.1, 9))).isEqualTo(STOP);
        }

        @Test
        void isNotTouchedByTheCandleOfThePredictionNorBehindTheHorizon() {
            List<Candle> candles =
                    List.of(
                            LabelCandles.candle(0, 1, 100, 0.01, 1),
                            LabelCandles.candle(1, 1, 1, 1, 1),
                            LabelCandles.candle(2, 1, 1, 1, 1),
                            LabelCandles.candle(3, 1, 100, 0.01, 1));
            var rule = new TripleBarrierRule(2, new Barriers.FixedBps(5_000, 2_500), LONG);

            assertThat(LabelRun.over(rule, candles))
                    .extracting(Labelled::label)
                    .containsExactly(TIME, STOP);
        }

        @Test
        void withoutVolatilityIsTouchedByAnyMoveAndByNoRest() {
            var barriers = new Barriers.OfVolatility(2, 1, 3);

            assertThat(resting(barriers, LONG, 7)).isEqualTo(TIME);
            assertThat(resting(barriers, LONG, Math.nextUp(7.0))).isEqualTo(PROFIT);
            assertThat(resting(barriers, LONG, Math.nextDown(7.0))).isEqualTo(STOP);
            assertThat(resting(barriers, SHORT, Math.nextDown(7.0))).isEqualTo(PROFIT);
        }

        @Test
        void below0IsNeverTouched() {
            assertThat(resting(new Barriers.FixedBps(100, 20_000), LONG, 1e-30)).isEqualTo(TIME);
        }

        private static int resting(Barriers barriers, Side side, double last) {
            var rule = new TripleBarrierRule(1, barriers, side);
            return LabelRun.over(rule, LabelCandles.closes(7, 7, 7, 7, last)).getLast().label();
        }
    }

    @Test
    void refusesSizesOutOfRange() {
        assertThatThrownBy(() -> new Barriers.FixedBps(0, 1))
                .hasMessage(
                        "profit in basis points must be positive and at most 1000000.0, was 0.0");
        assertThatThrownBy(() -> new Barriers.FixedBps(1, -1))
                .hasMessage(
                        "stop in basis points must be positive and at most 1000000.0, was -1.0");
        assertThatThrownBy(() -> new Barriers.OfVolatility(Double.NaN, 1, 9))
                .hasMessage("profit must be positive and at most 1000000.0, was NaN");
        assertThatThrownBy(() -> new Barriers.OfVolatility(1, 2e6, 9))
                .hasMessage("stop must be positive and at most 1000000.0, was 2000000.0");
        assertThatThrownBy(() -> new Barriers.OfVolatility(1, 1, 1))
                .hasMessage("window must be from 2 to 10000, was 1");
    }

    private static double[] range(double low, double high) {
        return new double[] {low, high};
    }

    /// The label of a prediction at a close of 1, with a profit of one half and a stop of a
    /// quarter.
    private static int label(Side side, int horizon, double[]... ranges) {
        var rule = new TripleBarrierRule(horizon, new Barriers.FixedBps(5_000, 2_500), side);
        LabelRun run = new LabelRun(rule);
        run.take(LabelCandles.closes(1));
        int label = -1;
        for (double[] range : ranges) {
            for (Labelled labelled :
                    run.take(List.of(LabelCandles.candle(1, 1, range[1], range[0], 1)))) {
                label = labelled.label();
            }
        }
        return label;
    }

    private static int plain(
            List<Candle> candles, Labelled labelled, Side side, double profit, double stop) {
        double close = candles.get(labelled.candle()).close();
        double above = side == LONG ? profit : stop;
        double below = side == LONG ? stop : profit;
        for (int i = labelled.candle() + 1; i <= labelled.candle() + HORIZON; i++) {
            Candle candle = candles.get(i);
            boolean isAbove = candle.high() > close && candle.high() >= close * (1 + above);
            boolean isBelow = candle.low() < close && candle.low() <= close * (1 - below);
            if (side == LONG ? isBelow : isAbove) {
                return STOP;
            }
            if (isAbove || isBelow) {
                return PROFIT;
            }
        }
        return TIME;
    }
}
