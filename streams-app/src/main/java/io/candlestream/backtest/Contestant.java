package io.candlestream.backtest;

import io.candlestream.account.PerformanceMetrics;

/// What an account achieved over all test windows.
///
/// @param name of the strategy or baseline, in lower case with underscores
/// @param metrics of the account
public record Contestant(String name, PerformanceMetrics metrics) {}
