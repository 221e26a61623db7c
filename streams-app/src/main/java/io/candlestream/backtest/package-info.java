/// Decisions through the accounting of `io.candlestream.account`, from files to files.
///
/// ```
/// candle files -> CandleGate -> Account <- Positions <- positions.csv
///                                  |-> EquityCsv, TradesCsv
///                                  '-> Performance, beside buy and hold -> AccountResult -> BacktestReport
/// ```
///
/// Read [io.candlestream.backtest.AccountReplay] first.
@NullMarked
package io.candlestream.backtest;

import org.jspecify.annotations.NullMarked;
