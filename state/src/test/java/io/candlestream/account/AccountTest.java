package io.candlestream.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Ledgers by hand: an account of 1,000, a fee of 1 % and a slippage of 10 % unless a test says
/// otherwise. Candle `i` opens at `i` minutes.
class AccountTest {

    private static final Offset<Double> CLOSE = within(1e-9);
    private static final CostModel DEAR = new CostModel(100, 1_000);
    private static final long MINUTE_MS = 60_000;

    private final List<Trade> trades = new ArrayList<>();
    private Account account = account(DEAR, Sides.LONG_SHORT, FillRule.NEXT_OPEN);
    private long candles;

    private Account account(CostModel costs, Sides sides, FillRule fill) {
        return new Account(
                new AccountConfig(1_000, costs, sides, fill, StopRule.NONE), trades::add);
    }

    private Account stopped(StopRule stops) {
        return new Account(
                new AccountConfig(
                        1_000, CostModel.FREE, Sides.LONG_SHORT, FillRule.NEXT_OPEN, stops),
                trades::add);
    }

    /// A candle that goes from its open to its close and no further.
    private void candle(double open, double close) {
        candle(open, Math.max(open, close), Math.min(open, close), close);
    }

    private void candle(double open, double high, double low, double close) {
        account.onCandle(candles++ * MINUTE_MS, open, high, low, close);
    }

    @Nested
    class AFill {

        @Test
        void isAtTheNextOpenWithSlippageAndFee() {
            candle(90, 100);
            account.target(1);
            assertThat(account.quantity()).isZero();
            assertThat(account.equity()).isEqualTo(1_000);

            candle(100, 130);

            // Bought at 100 * 1.1 = 110: 1000 / 110 of them, and a fee of 1 % of 1000.
            assertThat(account.quantity()).isCloseTo(1_000 / 110.0, CLOSE);
            assertThat(account.cash()).isCloseTo(-10, CLOSE);
            assertThat(account.equity()).isCloseTo(-10 + 130_000 / 110.0, CLOSE);
            assertThat(account.feesPaid()).isCloseTo(10, CLOSE);
        }

        @Test
        void sellsForLessByTheSlippage() {
            candle(100, 100);
            account.target(-1);

            candle(100, 80);

            // Sold at 100 * 0.9 = 90: 1000 / 90 of them for 1000, less a fee of 10.
            assertThat(account.quantity()).isCloseTo(-1_000 / 90.0, CLOSE);
            assertThat(account.cash()).isCloseTo(1_990, CLOSE);
            assertThat(account.equity()).isCloseTo(1_990 - 80_000 / 90.0, CLOSE);
        }

        @Test
        void paysForTheGapBetweenCloseAndOpen() {
            candle(100, 100);
            account.target(1);

            candle(200, 200);

            assertThat(account.quantity()).isCloseTo(1_000 / 220.0, CLOSE);
        }

        @Test
        void isMeasuredByWhatTheAccountIsWorthAtTheOpenAndNotAtTheClose() {
            account = account(CostModel.FREE, Sides.LONG, FillRule.NEXT_OPEN);
            candle(100, 100);
            account.target(0.5);
            candle(100, 100);
            account.target(1);

            // 5 held and 500 in cash; at the open of 200 worth 1500, so 7.5 in all.
            candle(200, 100);

            assertThat(account.quantity()).isCloseTo(7.5, CLOSE);
            assertThat(account.cash()).isCloseTo(0, CLOSE);
            assertThat(account.equity()).isCloseTo(750, CLOSE);
        }

        @Test
        void ofADecisionAtTheLastCloseNeverHappens() {
            candle(100, 100);
            account.target(1);
            account.finish();

            assertThat(account.quantity()).isZero();
            assertThat(account.equity()).isEqualTo(1_000);
            assertThat(trades).isEmpty();
        }

        @Test
        void atTheSameCloseIsThereAtOnce() {
            account = account(DEAR, Sides.LONG, FillRule.SAME_CLOSE);
            candle(90, 100);
            account.target(1);

            assertThat(account.quantity()).isCloseTo(1_000 / 110.0, CLOSE);
            assertThat(account.equity()).isCloseTo(-10 + 100_000 / 110.0, CLOSE);

            account.target(0);
            assertThat(trades).hasSize(1);
            assertThat(trades.getFirst().exitPrice()).isCloseTo(90, CLOSE);
            assertThat(account.equity()).isEqualTo(account.cash());
        }
    }

    @Nested
    class ATarget {

        @Test
        void tradesOnlyWhenItChanges() {
            candle(100, 100);
            account.target(0.5);
            candle(100, 100);
            double quantity = account.quantity();
            double fees = account.feesPaid();

            account.target(0.5);
            candle(300, 400);
            candle(400, 50);

            assertThat(account.quantity()).isEqualTo(quantity);
            assertThat(account.feesPaid()).isEqualTo(fees);
        }

        @Test
        void isKeptWithoutADecision() {
            candle(100, 100);
            account.target(1);
            candle(100, 100);
            candle(100, 100);

            assertThat(account.quantity()).isPositive();
        }

        @Test
        void thatIsTakenBackBeforeTheFillTradesNothing() {
            candle(100, 100);
            account.target(1);
            account.target(0);
            candle(100, 100);

            assertThat(account.feesPaid()).isZero();
        }

        @Test
        void belowZeroIsFlatWhereOnlyLongIsAllowed() {
            account = account(DEAR, Sides.LONG, FillRule.NEXT_OPEN);
            candle(100, 100);
            account.target(1);
            candle(100, 100);
            account.target(-1);
            candle(100, 100);
            account.target(-0.5);
            candle(100, 100);

            assertThat(account.quantity()).isZero();
            assertThat(trades).hasSize(1);
        }

        @Test
        void thatSlippageWouldTurnAroundTradesNothing() {
            candle(100, 100);
            account.target(0.5);
            candle(100, 100);
            double quantity = account.quantity();
            account.target(0.49);

            // Worth 949.55, of it 454.55 held: 0.49 of it are 465.28, to be bought; at 110 they are
            // fewer than what is held.
            candle(100, 100);

            assertThat(account.quantity()).isEqualTo(quantity);
            assertThat(trades).isEmpty();
        }

        @Test
        void mustBeFromMinusOneToOne() {
            for (double wrong : new double[] {1.01, -1.01, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThatThrownBy(() -> account.target(wrong))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("target must be from -1 to 1, was " + wrong);
            }
        }
    }

    @Nested
    class ATrade {

        @Test
        void hasItsTimesPricesFeesAndProfit() {
            candle(100, 100);
            account.target(1);
            candle(100, 100);
            account.target(0);
            candle(200, 50);

            // In at 110, out at 180, 1000 / 110 of them; fees 10 and 1 % of what was sold.
            double quantity = 1_000 / 110.0;
            double fees = 10 + 1.8 * quantity;
            Trade trade = trades.getFirst();
            assertThat(trades).hasSize(1);
            assertThat(trade.side()).isEqualTo(Side.LONG);
            assertThat(trade.entryTimeMs()).isEqualTo(MINUTE_MS);
            assertThat(trade.exitTimeMs()).isEqualTo(2 * MINUTE_MS);
            assertThat(trade.entryPrice()).isCloseTo(110, CLOSE);
            assertThat(trade.exitPrice()).isCloseTo(180, CLOSE);
            assertThat(trade.quantity()).isCloseTo(quantity, CLOSE);
            assertThat(trade.fees()).isCloseTo(fees, CLOSE);
            assertThat(trade.profit()).isCloseTo(70 * quantity - fees, CLOSE);
            assertThat(trade.profitShare()).isCloseTo(trade.profit() / 1_000, CLOSE);
            assertThat(trade.stillOpen()).isFalse();
            assertThat(account.equity()).isCloseTo(1_000 + trade.profit(), CLOSE);
        }

        @Test
        void keepsWhatIsResizedInItWithPricesWeightedByQuantity() {
            account = account(new CostModel(100, 0), Sides.LONG, FillRule.NEXT_OPEN);
            candle(100, 100);
            account.target(0.5);
            candle(100, 100); // Buys 5 at 100 for a fee of 5: cash 495.
            account.target(1);
            candle(200, 200); // Worth 1495, so 7.475: buys 2.475 at 200, fee 4.95: cash -4.95.
            account.target(0.5);
            candle(100, 100); // Worth 742.55, so 3.71275: sells 3.76225 at 100, fee 3.76225.
            account.target(0);
            candle(300, 300); // Sells 3.71275 at 300, fee 11.13825.

            assertThat(trades).hasSize(1);
            Trade trade = trades.getFirst();
            assertThat(trade.entryTimeMs()).isEqualTo(MINUTE_MS);
            assertThat(trade.exitTimeMs()).isEqualTo(4 * MINUTE_MS);
            assertThat(trade.quantity()).isCloseTo(7.475, CLOSE);
            assertThat(trade.entryPrice()).isCloseTo((500 + 495) / 7.475, CLOSE);
            assertThat(trade.exitPrice()).isCloseTo((376.225 + 1_113.825) / 7.475, CLOSE);
            assertThat(trade.fees()).isCloseTo(5 + 4.95 + 3.76225 + 11.13825, CLOSE);
            assertThat(trade.profit()).isCloseTo(1_490.05 - 995 - 24.8505, CLOSE);
            assertThat(account.cash()).isCloseTo(1_000 + trade.profit(), CLOSE);
        }

        @Test
        void endsAndBeginsInAReversalThatSharesItsFeeByQuantity() {
            account = account(new CostModel(100, 0), Sides.LONG_SHORT, FillRule.NEXT_OPEN);
            candle(100, 100);
            account.target(1);
            candle(100, 100); // Buys 10 at 100, fee 10: cash -10.
            account.target(-0.5);
            candle(200, 200); // Worth 1990, so -4.975: sells 14.975 at 200, fee 29.95.

            assertThat(trades).hasSize(1);
            Trade first = trades.getFirst();
            assertThat(first.fees()).isCloseTo(10 + 20, CLOSE);
            assertThat(first.profit()).isCloseTo(1_000 - 30, CLOSE);
            assertThat(first.exitTimeMs()).isEqualTo(2 * MINUTE_MS);

            account.target(0);
            candle(100, 100); // Buys 4.975 at 100, fee 4.975.

            Trade second = trades.getLast();
            assertThat(trades).hasSize(2);
            assertThat(second.side()).isEqualTo(Side.SHORT);
            assertThat(second.entryTimeMs()).isEqualTo(2 * MINUTE_MS);
            assertThat(second.quantity()).isCloseTo(4.975, CLOSE);
            assertThat(second.fees()).isCloseTo(9.95 + 4.975, CLOSE);
            assertThat(second.profit()).isCloseTo(497.5 - 14.925, CLOSE);
            assertThat(account.equity()).isCloseTo(1_970 + 482.575, CLOSE);
        }

        @Test
        void thatIsOpenBehindTheLastCandleIsClosedOnPaperWithoutCosts() {
            candle(100, 100);
            account.target(1);
            candle(100, 100);
            candle(150, 140);
            account.finish();

            Trade trade = trades.getFirst();
            assertThat(trade.stillOpen()).isTrue();
            assertThat(trade.exitTimeMs()).isEqualTo(2 * MINUTE_MS);
            assertThat(trade.exitPrice()).isCloseTo(140, CLOSE);
            assertThat(trade.fees()).isCloseTo(10, CLOSE);
            assertThat(account.equity()).isCloseTo(1_000 + trade.profit(), CLOSE);
        }

        @Test
        void thatIsOpenWeighsWhatItSoldBeforeWithTheLastClose() {
            account = account(CostModel.FREE, Sides.LONG, FillRule.NEXT_OPEN);
            candle(100, 100);
            account.target(1);
            candle(100, 100);
            account.target(0.5);
            candle(200, 400); // Sells 5 of 10 at 200.
            account.finish();

            assertThat(trades.getFirst().quantity()).isCloseTo(10, CLOSE);
            assertThat(trades.getFirst().exitPrice()).isCloseTo(300, CLOSE);
            assertThat(trades.getFirst().profit()).isCloseTo(2_000, CLOSE);
        }
    }

    @Nested
    class WithNothingLeft {

        @Test
        void everyTargetIsFlat() {
            account = account(CostModel.FREE, Sides.LONG_SHORT, FillRule.NEXT_OPEN);
            candle(100, 100);
            account.target(-1);
            candle(100, 250);
            assertThat(account.equity()).isCloseTo(-500, CLOSE);

            account.target(1);
            candle(250, 10);
            account.target(-1);
            candle(10, 10);

            assertThat(account.quantity()).isZero();
            assertThat(account.equity()).isCloseTo(-500, CLOSE);
        }
    }

    @Nested
    class Costs {

        @Test
        void ofASpreadAndARangeMakeThePriceWorse() {
            account =
                    account(new CostModel(0, 0, 0, 0.25, 1_000, 0), Sides.LONG, FillRule.NEXT_OPEN);
            candle(100, 100);
            account.target(1);

            candle(100, 130, 90, 110);

            // Half of 10 % is 5, and a quarter of the range of 40 is 10: bought at 115.
            assertThat(account.quantity()).isCloseTo(1_000 / 115.0, CLOSE);
            CostBreakdown costs = account.costs();
            assertThat(costs.spread()).isCloseTo(5 * 1_000 / 115.0, CLOSE);
            assertThat(costs.slippage()).isCloseTo(10 * 1_000 / 115.0, CLOSE);
            assertThat(costs.gross()).isCloseTo(10 * 1_000 / 115.0, CLOSE);
            assertThat(costs.net()).isCloseTo(account.equity() - 1_000, CLOSE);
        }

        @Test
        void ofBorrowingAreOfWhatIsShortAlone() {
            // 525,600 % a year is 1 % a minute; the greatest that may be is 1,000 %.
            account =
                    account(
                            new CostModel(0, 0, 0, 0, 0, 100_000),
                            Sides.LONG_SHORT,
                            FillRule.NEXT_OPEN);
            double aMinute = 10 / 525_600.0;
            candle(100, 100);
            account.target(-1);

            candle(100, 80);
            assertThat(account.cash()).isCloseTo(2_000 - 10 * 80 * aMinute, CLOSE);
            account.target(1);
            candle(80, 80);
            double cash = account.cash();
            candle(80, 90);

            assertThat(account.cash()).isEqualTo(cash);
            assertThat(account.costs().borrow()).isCloseTo(800 * aMinute, CLOSE);
            assertThat(trades.getFirst().profit()).isCloseTo(200 - 800 * aMinute, CLOSE);
        }

        @Test
        void ofAProfitThatIsTakenAreTheMakersAndOfAStopTheTakers() {
            CostModel costs = new CostModel(100, 50, 0, 0, 0, 0);
            account =
                    new Account(
                            new AccountConfig(
                                    1_000,
                                    costs,
                                    Sides.LONG,
                                    FillRule.NEXT_OPEN,
                                    new StopRule(1_000, 1_000)),
                            trades::add);
            candle(100, 100);
            account.target(1);
            candle(100, 111, 100, 111);

            // 10 bought for 1000 and a fee of 10, sold at 110 and a fee of 0.5 %.
            assertThat(account.equity()).isCloseTo(1_000 - 10 + 100 - 5.5, CLOSE);

            account.target(0);
            candle(100, 100);
            account.target(1);
            double before = account.equity();
            candle(100, 100, 80, 85);

            assertThat(account.equity()).isCloseTo(before - 0.1 * before - 0.019 * before, CLOSE);
        }
    }

    @Nested
    class AStop {

        @Test
        void closesAtItsLevelAndStaysOutUntilTheTargetChanges() {
            account = stopped(new StopRule(1_000, Double.POSITIVE_INFINITY));
            candle(100, 100);
            account.target(1);
            candle(100, 105, 85, 95);

            assertThat(trades.getFirst().exitPrice()).isCloseTo(90, CLOSE);
            assertThat(trades.getFirst().exitTimeMs()).isEqualTo(MINUTE_MS);

            account.target(1);
            candle(100, 100);
            assertThat(account.quantity()).isZero();

            account.target(0.5);
            candle(100, 100);
            assertThat(account.quantity()).isCloseTo(4.5, CLOSE);
        }

        @Test
        void isLookedAtBeforeTheProfit() {
            account = stopped(new StopRule(1_000, 1_000));
            candle(100, 100);
            account.target(1);
            candle(100, 120, 80, 100);

            assertThat(trades.getFirst().exitPrice()).isCloseTo(90, CLOSE);
        }

        @Test
        void thatThePriceJumpedOverIsFilledAtTheOpen() {
            account = stopped(new StopRule(1_000, 1_000));
            candle(100, 100);
            account.target(1);
            candle(100, 100);
            candle(70, 100);

            assertThat(trades.getFirst().exitPrice()).isCloseTo(70, CLOSE);
        }

        @Test
        void takesAProfitAtItsLevelOrAtABetterOpen() {
            account = stopped(new StopRule(1_000, 1_000));
            candle(100, 100);
            account.target(-1);
            candle(100, 105, 85, 100);
            assertThat(trades.getFirst().exitPrice()).isCloseTo(90, CLOSE);

            account.target(1);
            candle(100, 100);
            candle(150, 160, 150, 160);
            assertThat(trades.getLast().exitPrice()).isCloseTo(150, CLOSE);
        }

        @Test
        void ofAShortIsAbove() {
            account = stopped(new StopRule(1_000, 1_000));
            candle(100, 100);
            account.target(-1);
            candle(100, 115, 85, 100);

            assertThat(trades.getFirst().exitPrice()).isCloseTo(110, CLOSE);
        }

        @Test
        void paysSlippageAndFee() {
            account =
                    new Account(
                            new AccountConfig(
                                    1_000,
                                    DEAR,
                                    Sides.LONG,
                                    FillRule.NEXT_OPEN,
                                    new StopRule(2_000, Double.POSITIVE_INFINITY)),
                            trades::add);
            candle(100, 100);
            account.target(1);
            candle(100, 100, 50, 60);

            // Bought at 110, so the stop is at 88; sold at 88 * 0.9.
            assertThat(trades.getFirst().exitPrice()).isCloseTo(79.2, CLOSE);
            assertThat(trades.getFirst().fees()).isCloseTo(10 + 0.792 * 1_000 / 110, CLOSE);
        }
    }
}
