package io.candlestream.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.seed.Seeded;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    private static final Offset<Double> CLOSE = within(1e-12);
    private static final long DAY_MS = 86_400_000;

    /// Equity at the closes of days, held on the second and third.
    private static PerformanceMetrics ofDays(double... equity) {
        Performance performance = new Performance(100);
        for (int i = 0; i < equity.length; i++) {
            performance.onClose(i * DAY_MS, equity[i], i == 1 || i == 2 ? 3 : 0);
        }
        return performance.metrics(DAY_MS, 365);
    }

    @Nested
    class OverFourDays {

        /// Returns 0.2, -0.1 and 0.
        private final PerformanceMetrics metrics = ofDays(100, 120, 108, 108);

        @Test
        void theReturnIsFinalOverInitialLessOne() {
            assertThat(metrics.totalReturn()).isCloseTo(0.08, CLOSE);
            assertThat(metrics.finalEquity()).isEqualTo(108);
        }

        @Test
        void theSharpeRatioIsMeanOverSampleDeviation() {
            double mean = 0.1 / 3;
            double squares = DoubleStream.of(0.2, -0.1, 0).map(r -> (r - mean) * (r - mean)).sum();

            assertThat(metrics.sharpeRatio())
                    .isCloseTo(mean / Math.sqrt(squares / 2) * Math.sqrt(365), CLOSE);
        }

        @Test
        void theSortinoRatioDividesByTheLossesOfAllReturns() {
            assertThat(metrics.sortinoRatio())
                    .isCloseTo(0.1 / 3 / Math.sqrt(0.01 / 3) * Math.sqrt(365), CLOSE);
        }

        @Test
        void theDrawdownIsFromTheHighestPeak() {
            assertThat(metrics.maxDrawdown()).isCloseTo(0.1, CLOSE);
        }

        @Test
        void growthIsThatOfAYearAndCalmarPutsTheDrawdownBesideIt() {
            double cagr = Math.pow(1.08, 365 / 4.0) - 1;

            assertThat(metrics.cagr()).isCloseTo(cagr, within(1e-9));
            assertThat(metrics.calmarRatio()).isCloseTo(cagr / 0.1, within(1e-8));
        }

        @Test
        void theExposureCountsClosesWithAPosition() {
            assertThat(metrics.exposure()).isEqualTo(0.5);
        }
    }

    @Nested
    class OfTrades {

        private final Performance performance = new Performance(100);

        private void trade(double profit, boolean stillOpen) {
            performance.onTrade(new Trade(Side.LONG, 0, 10, 1, 11, 1, 0.5, profit, stillOpen));
        }

        @Test
        void aPaperProfitIsNoWin() {
            trade(3, false);
            trade(-2, false);
            trade(1, false);
            trade(0, false);
            trade(50, true);

            PerformanceMetrics metrics = performance.metrics(DAY_MS, 365);
            assertThat(metrics.winRate()).isEqualTo(0.5);
            assertThat(metrics.profitFactor()).isEqualTo(2);
            assertThat(metrics.tradeCount()).isEqualTo(5);
            assertThat(metrics.closedTradeCount()).isEqualTo(4);
            assertThat(metrics.feesPaid()).isEqualTo(2.5);
        }

        @Test
        void withoutALossThereIsNoFactor() {
            trade(3, false);

            assertThat(performance.metrics(DAY_MS, 365).profitFactor()).isNaN();
        }
    }

    @Nested
    class WhenNothingMoves {

        private final PerformanceMetrics metrics = ofDays(100, 100, 100);

        @Test
        void ratiosHaveNoValue() {
            assertThat(metrics.sharpeRatio()).isNaN();
            assertThat(metrics.sortinoRatio()).isNaN();
            assertThat(metrics.calmarRatio()).isNaN();
            assertThat(metrics.winRate()).isNaN();
        }

        @Test
        void nothingWasGainedAndNothingLost() {
            assertThat(metrics.totalReturn()).isZero();
            assertThat(metrics.cagr()).isZero();
            assertThat(metrics.maxDrawdown()).isZero();
        }
    }

    @Test
    void ofOneCloseThereIsNoReturn() {
        PerformanceMetrics metrics = ofDays(90);

        assertThat(metrics.sharpeRatio()).isNaN();
        assertThat(metrics.maxDrawdown()).as("from the initial equity").isCloseTo(0.1, CLOSE);
    }

    @Test
    void whatFollowsOnNothingIsNoReturn() {
        PerformanceMetrics metrics = ofDays(100, -50, 50, 100);

        // -1.5 and 1; there is no return from -50 to 50.
        assertThat(metrics.sharpeRatio())
                .isCloseTo(-0.25 / Math.sqrt(2 * 1.25 * 1.25) * Math.sqrt(365), CLOSE);
        assertThat(metrics.maxDrawdown()).isCloseTo(1.5, CLOSE);
        assertThat(ofDays(100, -50).cagr()).isEqualTo(-1);
    }

    @Seeded(runs = 50)
    void theSharpeRatioIsThatOfAllReturnsAtOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] equity = new double[500];
        equity[0] = 100;
        for (int i = 1; i < equity.length; i++) {
            equity[i] = equity[i - 1] * (1 + 0.01 * (random.nextDouble() - 0.49));
        }
        double[] returns = new double[equity.length - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = equity[i + 1] / equity[i] - 1;
        }
        double mean = DoubleStream.of(returns).average().orElseThrow();
        double squares = DoubleStream.of(returns).map(r -> (r - mean) * (r - mean)).sum();
        double sharpe = mean / Math.sqrt(squares / (returns.length - 1)) * Math.sqrt(365);

        assertThat(ofDays(equity).sharpeRatio())
                .isCloseTo(sharpe, within(1e-10 * Math.max(1, Math.abs(sharpe))));
    }
}
