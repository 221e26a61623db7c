package io.candlestream.account;

import static io.candlestream.account.GoldenLedger.TOLERANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The ledgers of `golden/backtest`.
class GoldenLedgerTest {

    static List<GoldenLedger> all() {
        return GoldenLedger.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theEquityAtEveryCloseIsTheReference(GoldenLedger golden) {
        Account account = new Account(golden.config(), _ -> {});
        Performance performance = new Performance(golden.number("equity"));
        double[][] expected = golden.equity();
        int[] row = {0};
        run(
                golden,
                account,
                time -> {
                    performance.onClose(time, account.equity(), account.quantity());
                    double[] now = expected[row[0]++];
                    assertThat(time).isEqualTo((long) now[0]);
                    assertClose("equity", account.equity(), now[1]);
                    assertThat(performance.drawdown())
                            .isCloseTo(now[2], within(TOLERANCE * Math.max(now[2], 1e-6)));
                    assertClose("quantity", account.quantity(), now[3]);
                });

        assertThat(row[0]).isEqualTo(expected.length);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theTradesAreTheReference(GoldenLedger golden) {
        List<Trade> trades = new ArrayList<>();
        Account account = new Account(golden.config(), trades::add);
        run(golden, account, _ -> {});
        account.finish();

        List<String[]> expected = golden.trades();
        assertThat(trades).hasSameSizeAs(expected);
        for (int i = 0; i < trades.size(); i++) {
            check(trades.get(i), expected.get(i));
        }
    }

    private static void check(Trade trade, String[] cells) {
        assertThat(trade.side()).hasToString(cells[0]);
        assertThat(trade.entryTimeMs()).isEqualTo(Long.parseLong(cells[1]));
        assertClose("entry price", trade.entryPrice(), Double.parseDouble(cells[2]));
        assertThat(trade.exitTimeMs()).isEqualTo(Long.parseLong(cells[3]));
        assertClose("exit price", trade.exitPrice(), Double.parseDouble(cells[4]));
        assertClose("quantity", trade.quantity(), Double.parseDouble(cells[5]));
        assertClose("fees", trade.fees(), Double.parseDouble(cells[6]));
        assertClose("profit", trade.profit(), Double.parseDouble(cells[7]));
        assertClose("return", trade.profitShare(), Double.parseDouble(cells[8]));
        assertThat(trade.stillOpen()).isEqualTo(Boolean.parseBoolean(cells[9]));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theFiguresAreTheReference(GoldenLedger golden) {
        Performance performance = new Performance(golden.number("equity"));
        Account account = new Account(golden.config(), performance);
        run(
                golden,
                account,
                time -> performance.onClose(time, account.equity(), account.quantity()));
        account.finish();

        Interval minute = Interval.ONE_MINUTE;
        PerformanceMetrics metrics =
                performance.metrics(
                        minute.durationMs(),
                        PeriodsAYear.of(minute, Calendar.ALWAYS_OPEN, performance.closesADay()));
        double closed = golden.number("trades_closed");
        assertClose("final equity", metrics.finalEquity(), golden.number("final_equity"));
        assertClose("total return", 100 * metrics.totalReturn(), golden.number("total_return_pct"));
        assertClose("fees", metrics.feesPaid(), golden.number("fees_paid"));
        assertClose("fees", account.feesPaid(), golden.number("fees_paid"));
        assertClose("drawdown", 100 * metrics.maxDrawdown(), golden.number("max_drawdown_pct"));
        assertClose("Sharpe ratio", metrics.sharpeRatio(), golden.number("sharpe_ratio"));
        assertThat(metrics.closedTradeCount()).isEqualTo((long) closed);
        assertThat(metrics.tradeCount()).isEqualTo((long) (closed + golden.number("still_open")));
        if (closed > 0) {
            assertClose("win rate", metrics.winRate(), golden.number("trades_won") / closed);
        } else {
            assertThat(metrics.winRate()).isNaN();
        }
    }

    private interface AtClose {
        void see(long openTimeMs);
    }

    private static void run(GoldenLedger golden, Account account, AtClose atClose) {
        double[][] positions = golden.positions();
        int next = 0;
        for (double[] candle : GoldenLedger.candles()) {
            long time = (long) candle[0];
            account.onCandle(time, candle[1], candle[2], candle[3], candle[4]);
            if (next < positions.length && positions[next][0] == time) {
                account.target(positions[next++][1]);
            }
            atClose.see(time);
        }
        assertThat(next).isEqualTo(positions.length);
    }

    private static void assertClose(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
    }
}
