package io.candlestream.account;

/// Told of every trade.
@FunctionalInterface
public interface TradeListener {

    /// @param trade one that has ended, or that is open behind the last candle
    void onTrade(Trade trade);
}
