package io.candlestream.backtest;

import io.candlestream.account.Account;
import io.candlestream.account.AccountConfig;
import io.candlestream.account.Performance;
import io.candlestream.account.PerformanceMetrics;
import io.candlestream.account.PeriodsAYear;
import io.candlestream.account.TradeListener;
import io.candlestream.candle.Candle;
import io.candlestream.learner.Learner;

/// An account that follows targets, with its statistics and the returns they are made of.
///
/// Not thread-safe.
final class Trader {

    private final Account account;
    private final Performance performance;
    private final DoubleSeries returns = new DoubleSeries();
    private double equityBefore;
    private long count;

    Trader(AccountConfig config, TradeListener listener) {
        performance = new Performance(config.equity());
        account =
                new Account(
                        config,
                        trade -> {
                            performance.onTrade(trade);
                            listener.onTrade(trade);
                        });
    }

    void take(Candle candle, double target) {
        account.onCandle(
                candle.openTimeMs(), candle.open(), candle.high(), candle.low(), candle.close());
        account.target(target);
        performance.onClose(candle.openTimeMs(), account.equity(), account.quantity());
        if (count++ > 0) {
            returns.add(equityBefore > 0 ? account.equity() / equityBefore - 1 : 0);
        }
        equityBefore = account.equity();
    }

    void finish() {
        account.finish();
    }

    Account account() {
        return account;
    }

    Performance performance() {
        return performance;
    }

    double periodsAYear(Learner learner) {
        return PeriodsAYear.of(
                learner.series().interval(), learner.config().calendar(), performance.closesADay());
    }

    PerformanceMetrics metrics(long intervalMs, double periodsAYear) {
        return performance.metrics(intervalMs, periodsAYear);
    }

    /// @return of every candle but the first
    double[] returns() {
        return returns.toArray();
    }
}
