package io.candlestream.backtest;

/// The files that a walk forward writes as it goes.
///
/// @param equityCurve of one instrument's account
/// @param trades of all instruments
/// @param predictions of all instruments
public record WalkForwardFiles(EquityCsv equityCurve, TradesCsv trades, ForecastsCsv predictions) {}
