package io.candlestream.backtest;

import io.candlestream.account.PerformanceMetrics;
import io.candlestream.evaluation.Measures;
import org.jspecify.annotations.Nullable;

/// What became of one fold, by an account of its own over its whole test window.
///
/// @param number from 0
/// @param testFromMs open time of the first candle tested, UTC epoch milliseconds
/// @param testToMs close time of the last one
/// @param candleCount candles tested
/// @param trainedCount labels learned from before the test window
/// @param measures of the champion's predictions; null where no label was known
/// @param metrics of the account
/// @param buyAndHold of another one that was long from the first close on
public record FoldResult(
        int number,
        long testFromMs,
        long testToMs,
        long candleCount,
        long trainedCount,
        @Nullable Measures measures,
        PerformanceMetrics metrics,
        PerformanceMetrics buyAndHold) {}
