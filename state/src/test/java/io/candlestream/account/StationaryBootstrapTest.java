package io.candlestream.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.account.StationaryBootstrap.Resample;
import io.candlestream.seed.Seeded;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StationaryBootstrapTest {

    private static double[] returns(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(count, -0.01, 0.0101).toArray();
    }

    @Test
    void aHistoryInOneBlockIsTheHistoryBegunElsewhere() {
        double[] returns = {0.1, -0.05, 0.02};
        StationaryBootstrap bootstrap = new StationaryBootstrap(returns, 1e9, 1);

        for (int i = 0; i < 20; i++) {
            Resample resample = bootstrap.resample(i);
            assertThat(resample.totalReturn()).isCloseTo(1.1 * 0.95 * 1.02 - 1, within(1e-12));
            assertThat(resample.maxDrawdown()).isCloseTo(0.05, within(1e-12));
            assertThat(resample.meanReturn()).isCloseTo(0.07 / 3, within(1e-12));
        }
    }

    @Seeded(runs = 20)
    void theMeanOfAllHistoriesIsThatOfTheOneThatWas(long seed) {
        double[] returns = returns(seed, 500);
        StationaryBootstrap bootstrap = new StationaryBootstrap(returns, 10, seed);
        double mean = Arrays.stream(returns).average().orElseThrow();
        double deviation = 0.02 / Math.sqrt(12);

        double ofAll =
                IntStream.range(0, 1_000)
                        .mapToDouble(i -> bootstrap.resample(i).meanReturn())
                        .average()
                        .orElseThrow();

        // Of 1,000 means of 500 returns in blocks of about 10, five standard errors at most.
        assertThat(ofAll).isCloseTo(mean, within(5 * deviation / Math.sqrt(500_000) * 1.5));
    }

    /// One return after the other, as the class says it, with the same draws.
    @Seeded(runs = 60)
    void aHistoryIsItsBlocksOneReturnAfterTheOther(long seed) {
        double meanBlock = seed % 4 == 0 ? 1 : seed % 4 == 1 ? 1e6 : 7;
        double[] returns = returns(seed, 300);
        StationaryBootstrap bootstrap = new StationaryBootstrap(returns, meanBlock, seed);

        for (int number = 0; number < 5; number++) {
            SplittableRandom random = Draws.of(seed, number);
            double[] drawn = new double[returns.length];
            for (int i = 0; i < drawn.length; ) {
                int at = random.nextInt(returns.length);
                double uniform = meanBlock == 1 ? 0 : 1 - random.nextDouble();
                long length =
                        meanBlock == 1
                                ? 1
                                : 1
                                        + (long)
                                                (StrictMath.log(uniform)
                                                        / StrictMath.log1p(-1 / meanBlock));
                for (; length > 0 && i < drawn.length; length--, i++) {
                    drawn[i] = returns[at];
                    at = (at + 1) % returns.length;
                }
            }
            check(bootstrap.resample(number), drawn);
        }
    }

    private static void check(Resample resample, double[] drawn) {
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double squares = Arrays.stream(drawn).map(r -> (r - mean) * (r - mean)).sum();
        double equity = 1;
        double peak = 1;
        double maxDrawdown = 0;
        for (double value : drawn) {
            equity *= 1 + value;
            peak = Math.max(peak, equity);
            maxDrawdown = Math.max(maxDrawdown, 1 - equity / peak);
        }
        assertThat(resample.meanReturn()).isCloseTo(mean, within(1e-15));
        assertThat(resample.sharpeRatio())
                .isCloseTo(mean / Math.sqrt(squares / (drawn.length - 1)), within(1e-12));
        assertThat(resample.totalReturn()).isCloseTo(equity - 1, within(1e-12));
        assertThat(resample.maxDrawdown()).isCloseTo(maxDrawdown, within(1e-12));
    }

    @Test
    void returnsThatDoNotVaryHaveNoSharpeRatio() {
        double[] returns = new double[1_000];
        Arrays.fill(returns, 0.1);

        assertThat(new StationaryBootstrap(returns, 3, 1).resample(0).sharpeRatio()).isZero();
    }

    @Test
    void eachHistoryIsItsOwnWhateverWasDrawnBefore() {
        StationaryBootstrap bootstrap = new StationaryBootstrap(returns(3, 100), 5, 7);

        assertThat(bootstrap.resample(4)).isEqualTo(bootstrap.resample(4));
        assertThat(bootstrap.resample(4)).isNotEqualTo(bootstrap.resample(5));
    }

    @Seeded(runs = 40)
    void theMeanAloneIsThatOfTheWholeHistory(long seed) {
        double block = seed % 4 == 0 ? 1 : seed % 4 == 1 ? 1e6 : 7;
        StationaryBootstrap bootstrap = new StationaryBootstrap(returns(seed, 90), block, seed);

        for (int i = 0; i < 20; i++) {
            assertThat(bootstrap.meanReturn(i))
                    .isCloseTo(bootstrap.resample(i).meanReturn(), within(1e-14));
        }
    }

    @Test
    void noHistoryMovesWhereNothingMoved() {
        Resample resample = new StationaryBootstrap(new double[10], 3, 1).resample(0);

        assertThat(resample).isEqualTo(new Resample(0, 0, 0, 0));
    }
}
