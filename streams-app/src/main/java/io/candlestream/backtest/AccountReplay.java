package io.candlestream.backtest;

import io.candlestream.account.Account;
import io.candlestream.account.AccountConfig;
import io.candlestream.account.Performance;
import io.candlestream.account.PeriodsAYear;
import io.candlestream.account.Sides;
import io.candlestream.account.StopRule;
import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Series;
import io.candlestream.candle.Verdict;
import io.candlestream.history.CandleSource;
import io.candlestream.report.AccountHistory;
import java.util.List;

/// One account over the candles of one series, beside another one that buys and holds.
///
/// Both see the same candles, those that a [CandleGate] accepts, and pay the same costs. Not
/// thread-safe.
public final class AccountReplay {

    private final Series series;
    private final Calendar calendar;
    private final AccountConfig config;
    private final CandleGate gate;
    private long fromMs = Long.MAX_VALUE;
    private long toMs;

    /// A replay that has seen no candle.
    public AccountReplay(Series series, Calendar calendar, AccountConfig config) {
        this.series = series;
        this.calendar = calendar;
        this.config = config;
        gate = new CandleGate(series, calendar);
    }

    /// Takes every candle of the source, once.
    ///
    /// @throws BacktestException when there is no candle, or a row of the decisions is refused
    /// @throws io.candlestream.history.UnreadableFileException when a file of candles cannot be
    ///   read on
    /// @throws io.candlestream.table.TableException when the decisions cannot be read on
    public AccountResult run(
            CandleSource source, Positions positions, EquityCsv equityCsv, TradesCsv tradesCsv) {
        Performance performance = new Performance(config.equity());
        AccountHistory history = new AccountHistory(config.equity(), List.of("buy_and_hold"));
        Account account =
                new Account(
                        config,
                        trade -> {
                            performance.onTrade(trade);
                            history.onTrade(trade);
                            tradesCsv.write(series.instrument(), trade);
                        });
        Performance held = new Performance(config.equity());
        Account holder = new Account(buyingAndHolding(config), held);
        for (Candle candle = source.next(); candle != null; candle = source.next()) {
            if (gate.check(candle) == Verdict.ACCEPTED) {
                fromMs = Math.min(fromMs, candle.openTimeMs());
                toMs = candle.closeTimeMs();
                take(candle, holder, 1, held);
                take(candle, account, positions.targetAt(candle.openTimeMs()), performance);
                equityCsv.write(candle, account, performance);
                history.onClose(candle, account.equity(), performance.drawdown());
                history.onBaseline(0, candle, holder.equity());
            }
        }
        account.finish();
        holder.finish();
        positions.finish();
        return result(positions, account, performance, held, history);
    }

    private static void take(
            Candle candle, Account account, double target, Performance performance) {
        account.onCandle(
                candle.openTimeMs(), candle.open(), candle.high(), candle.low(), candle.close());
        account.target(target);
        performance.onClose(candle.openTimeMs(), account.equity(), account.quantity());
    }

    private AccountResult result(
            Positions positions,
            Account account,
            Performance performance,
            Performance held,
            AccountHistory history) {
        long accepted = gate.count(Verdict.ACCEPTED);
        if (accepted == 0) {
            throw new BacktestException(series + ": must have candles, has none");
        }
        double periodsAYear =
                PeriodsAYear.of(series.interval(), calendar, performance.closesADay());
        long intervalMs = series.interval().durationMs();
        return new AccountResult(
                series,
                calendar,
                periodsAYear,
                fromMs,
                toMs,
                accepted,
                gate.rejectedCount(),
                positions.rowCount(),
                positions.candlelessCount(),
                performance.metrics(intervalMs, periodsAYear),
                account.costs(),
                held.metrics(intervalMs, periodsAYear),
                history.toJson());
    }

    private static AccountConfig buyingAndHolding(AccountConfig config) {
        return new AccountConfig(
                config.equity(), config.costs(), Sides.LONG, config.fill(), StopRule.NONE);
    }
}
