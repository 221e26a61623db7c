package io.candlestream.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.seed.Seeded;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomTraderTest {

    private static final long MINUTE_MS = 60_000;

    private static final int COUNT = 60;

    private static double[] targets(SplittableRandom random) {
        double[] targets = new double[COUNT];
        for (int i = 1; i < COUNT; i++) {
            targets[i] = random.nextInt(4) == 0 ? random.nextInt(-1, 2) : targets[i - 1];
        }
        return targets;
    }

    private static double[][] prices(List<Candle> candles) {
        return new double[][] {
            candles.stream().mapToDouble(Candle::open).toArray(),
            candles.stream().mapToDouble(Candle::high).toArray(),
            candles.stream().mapToDouble(Candle::low).toArray(),
            candles.stream().mapToDouble(Candle::close).toArray()
        };
    }

    private static double moved(AccountConfig config, double[] targets, double[][] p, int by) {
        Account account = new Account(config, _ -> {});
        for (int i = 0; i < COUNT; i++) {
            account.onCandle(i * MINUTE_MS, p[0][i], p[1][i], p[2][i], p[3][i]);
            account.target(targets[(i + by) % COUNT]);
        }
        return account.equity() / config.equity() - 1;
    }

    private static CostModel costs(SplittableRandom random) {
        return random.nextBoolean()
                ? new CostModel(5, 5)
                : new CostModel(5, 2, 5, 0.1, 4, random.nextInt(0, 2) * 5_000);
    }

    /// The trader skips candles at which nothing happens: it must not matter.
    @Seeded(runs = 60)
    void earnsWhatTheSameDecisionsMovedRoundDo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StopRule stops =
                random.nextBoolean() ? StopRule.NONE : new StopRule(50, Double.POSITIVE_INFINITY);
        FillRule fill = random.nextBoolean() ? FillRule.NEXT_OPEN : FillRule.SAME_CLOSE;
        AccountConfig config =
                new AccountConfig(1_000, costs(random), Sides.LONG_SHORT, fill, stops);
        double[] targets = targets(random);
        double[][] prices = prices(RandomCandles.of(seed, COUNT));
        Set<Double> possible = new HashSet<>();
        for (int by = 1; by < COUNT; by++) {
            possible.add(moved(config, targets, prices, by));
        }
        RandomTrader trader = new RandomTrader(config, targets, prices, MINUTE_MS, seed);

        for (int i = 0; i < 50; i++) {
            assertThat(possible).contains(trader.totalReturn(i));
        }
    }

    @Test
    void isTheSameWhoeverAsksWhen() {
        RandomTrader trader =
                new RandomTrader(
                        new AccountConfig(
                                1_000,
                                CostModel.FREE,
                                Sides.LONG,
                                FillRule.NEXT_OPEN,
                                StopRule.NONE),
                        targets(new SplittableRandom(1)),
                        prices(RandomCandles.of(1, COUNT)),
                        MINUTE_MS,
                        9);

        assertThat(trader.totalReturn(3)).isEqualTo(trader.totalReturn(3));
    }
}
