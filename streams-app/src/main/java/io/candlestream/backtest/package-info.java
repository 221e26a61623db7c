/// What decisions would have earned, from files to files: somebody else's, or those of a learner
/// that walks forward through history.
///
/// ```
/// candle files -> CandleGate -> Account <- Positions <- positions.csv
///                                  |-> EquityCsv, TradesCsv
///                                  '-> Performance, beside buy and hold -> AccountResult -> BacktestReport
///
/// candle files -> Trunk -> FoldRun, many at a time -> OutOfSample -> WalkForwardResult -> WalkForwardReport
/// ```
///
/// Read [io.candlestream.backtest.AccountReplay] first, then
/// [io.candlestream.backtest.WalkForward].
@NullMarked
package io.candlestream.backtest;

import org.jspecify.annotations.NullMarked;
