package io.candlestream.account;

/// What an account achieved. A ratio that has no value, because nothing was lost, traded or moved,
/// is NaN.
///
/// @param totalReturn final over initial equity, less 1
/// @param cagr the growth of a year that would have led there, less 1; a year has 365 days and time
///   runs from the open of the first candle to the close of the last
/// @param sharpeRatio mean return of a candle over the sample standard deviation, times the root of
///   the candles a year
/// @param sortinoRatio the same over the root of the mean of squared losses, gains counting as 0
/// @param calmarRatio `cagr` over `maxDrawdown`
/// @param maxDrawdown the largest fall below a former peak, as a share of that peak
/// @param winRate won over closed trades, from 0 to 1
/// @param profitFactor what the won of the closed trades gained over what the others lost
/// @param tradeCount trades, one that is still open included
/// @param closedTradeCount trades that have ended
/// @param exposure share of the closes at which something was held, from 0 to 1
/// @param feesPaid in units of quote currency
/// @param finalEquity in units of quote currency
public record PerformanceMetrics(
        double totalReturn,
        double cagr,
        double sharpeRatio,
        double sortinoRatio,
        double calmarRatio,
        double maxDrawdown,
        double winRate,
        double profitFactor,
        long tradeCount,
        long closedTradeCount,
        double exposure,
        double feesPaid,
        double finalEquity) {}
