package io.candlestream.account;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.TEN;
import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.seed.Seeded;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What holds in any market, whatever was decided.
class AccountPropertyTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final int RUNS = 500;
    private static final int CANDLES = 300;
    private static final double TOLERANCE = 1e-9;
    private static final double[] FRACTIONS = {-1, -0.75, -0.5, -0.25, 0, 0, 0.25, 0.5, 0.75, 1};

    /// The same account in decimals of 60 digits, written straight from the contract.
    private static final class DecimalAccount {

        private final BigDecimal fee;
        private final BigDecimal slippage;
        private final BigDecimal rangeShare;
        private final BigDecimal halfSpread;
        private final BigDecimal borrow;
        private BigDecimal gross = ZERO;
        private final boolean isLongOnly;
        private BigDecimal cash;
        private BigDecimal quantity = ZERO;
        private double reached;

        DecimalAccount(AccountConfig config) {
            fee = new BigDecimal(config.costs().feeBps()).divide(TEN.pow(4), DIGITS);
            slippage = new BigDecimal(config.costs().slippageBps()).divide(TEN.pow(4), DIGITS);
            rangeShare = new BigDecimal(config.costs().rangeShare());
            halfSpread =
                    new BigDecimal(config.costs().spreadBps())
                            .divide(TEN.pow(4).multiply(new BigDecimal(2)), DIGITS);
            borrow =
                    new BigDecimal(config.costs().borrowBps())
                            .divide(TEN.pow(4).multiply(new BigDecimal(365 * 1_440)), DIGITS);
            isLongOnly = config.sides() == Sides.LONG;
            cash = new BigDecimal(config.equity());
        }

        void reach(double decided, double marketPrice, double range) {
            double target = isLongOnly && decided < 0 ? 0 : decided;
            if (target == reached) {
                return;
            }
            reached = target;
            BigDecimal price = new BigDecimal(marketPrice);
            BigDecimal wanted = new BigDecimal(target).multiply(equity(marketPrice).max(ZERO));
            BigDecimal side = wanted.compareTo(quantity.multiply(price)) > 0 ? ONE : ONE.negate();
            BigDecimal fillPrice =
                    price.multiply(ONE.add(side.multiply(slippage.add(halfSpread), DIGITS)), DIGITS)
                            .add(side.multiply(rangeShare).multiply(new BigDecimal(range), DIGITS));
            BigDecimal bought = wanted.divide(fillPrice, DIGITS).subtract(quantity, DIGITS);
            if (bought.signum() == side.signum()) {
                BigDecimal flow = bought.multiply(fillPrice, DIGITS);
                cash = cash.subtract(flow, DIGITS).subtract(fee.multiply(flow.abs()), DIGITS);
                gross = gross.subtract(bought.multiply(price), DIGITS);
                quantity = quantity.add(bought, DIGITS);
            }
        }

        /// Pays for what is short, a minute having passed.
        void borrow(double close) {
            BigDecimal shorted = quantity.min(ZERO).negate().multiply(new BigDecimal(close));
            cash = cash.subtract(shorted.multiply(borrow, DIGITS), DIGITS);
        }

        /// What the same quantities would have gained at the market's prices.
        double gross(double price) {
            return gross.add(quantity.multiply(new BigDecimal(price)), DIGITS).doubleValue();
        }

        BigDecimal equity(double price) {
            return cash.add(quantity.multiply(new BigDecimal(price)), DIGITS);
        }
    }

    @Seeded(runs = RUNS)
    void equityIsThatOfArbitraryPrecision(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AccountConfig config = config(random);
        Account account = new Account(config, _ -> {});
        DecimalAccount exact = new DecimalAccount(config);
        double target = 0;
        for (Candle candle : RandomCandles.of(seed, CANDLES)) {
            take(account, candle);
            exact.reach(target, candle.open(), candle.high() - candle.low());
            exact.borrow(candle.close());
            double equity = exact.equity(candle.close()).doubleValue();
            assertThat(account.equity()).isCloseTo(equity, within(TOLERANCE * Math.abs(equity)));
            assertThat(account.quantity())
                    .isCloseTo(
                            exact.quantity.doubleValue(),
                            within(TOLERANCE * Math.abs(exact.quantity.doubleValue())));
            CostBreakdown costs = account.costs();
            assertThat(costs.gross())
                    .isCloseTo(exact.gross(candle.close()), within(TOLERANCE * config.equity()));
            assertThat(
                            costs.gross()
                                    - costs.fees()
                                    - costs.spread()
                                    - costs.slippage()
                                    - costs.borrow())
                    .isCloseTo(costs.net(), within(TOLERANCE * config.equity()));
            if (random.nextDouble() < 0.4) {
                target = decision(random);
                account.target(target);
            }
        }
    }

    @Seeded(runs = RUNS)
    void profitsAddUpToWhatWasGained(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        AccountConfig config = config(random);
        List<Trade> trades = new ArrayList<>();
        Account account = new Account(config, trades::add);
        for (Candle candle : RandomCandles.of(seed, CANDLES)) {
            take(account, candle);
            if (random.nextDouble() < 0.4) {
                account.target(decision(random));
            }
        }
        double closed = trades.stream().mapToDouble(Trade::profit).sum();
        int closedCount = trades.size();
        account.finish();
        double open = trades.stream().skip(closedCount).mapToDouble(Trade::profit).sum();
        double fees = trades.stream().mapToDouble(Trade::fees).sum();

        assertThat(trades.size() - closedCount).isEqualTo(account.quantity() == 0 ? 0 : 1);
        assertThat(closed)
                .isCloseTo(
                        account.equity() - config.equity() - open,
                        within(TOLERANCE * config.equity()));
        assertThat(fees).isCloseTo(account.feesPaid(), within(TOLERANCE * config.equity()));
    }

    @Seeded(runs = RUNS)
    void isBuyAndHoldWithoutCostsAndAlwaysLong(long seed) {
        List<Candle> candles = RandomCandles.of(seed, CANDLES);
        Account account = new Account(AccountConfig.of(1_000, CostModel.FREE, Sides.LONG), _ -> {});
        for (int i = 0; i < CANDLES; i++) {
            take(account, candles.get(i));
            account.target(1);

            double held = 1_000 / candles.get(1).open() * candles.get(i).close();
            double expected = i == 0 ? 1_000 : held;
            // Nothing is left in cash but what rounds away when 1000 is spent.
            assertThat(Math.abs(account.cash())).isLessThanOrEqualTo(i == 0 ? 1_000 : 2e-13);
            assertThat(account.equity()).isCloseTo(expected, within(4 * Math.ulp(1_000.0)));
        }
    }

    private static void take(Account account, Candle candle) {
        account.onCandle(
                candle.openTimeMs(), candle.open(), candle.high(), candle.low(), candle.close());
    }

    private static AccountConfig config(SplittableRandom random) {
        double fee = random.nextInt(0, 60);
        double slippage = 30 * random.nextDouble();
        CostModel costs =
                random.nextBoolean()
                        ? new CostModel(fee, slippage)
                        : new CostModel(
                                fee,
                                fee,
                                slippage,
                                0.2 * random.nextDouble(),
                                30 * random.nextDouble(),
                                random.nextInt(0, 2) * 50_000);
        Sides sides = random.nextBoolean() ? Sides.LONG : Sides.LONG_SHORT;
        return AccountConfig.of(10_000, costs, sides);
    }

    /// Also such as differ by less than a fill costs.
    private static double decision(SplittableRandom random) {
        return random.nextDouble() < 0.3
                ? 2 * random.nextDouble() - 1
                : FRACTIONS[random.nextInt(FRACTIONS.length)];
    }
}
