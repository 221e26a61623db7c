/// The accounting of a backtest: what a decision at every close would have earned, after costs.
///
/// ```
/// candle -> Account: fill what was decided at the open, mark at the close
/// target -> Account: decided at that close, to be filled at the next open
///              | Trade                      | equity, quantity
///              v                            v
///           TradeListener, Performance <- Performance -> PerformanceMetrics
/// ```
///
/// One candle at a time and in constant memory: trades are handed out as they end, statistics are
/// kept as they go. [io.candlestream.account.Positioner] makes targets of predictions;
/// [io.candlestream.account.StationaryBootstrap] and [io.candlestream.account.RandomTrader] say
/// what luck would have given. Read [io.candlestream.account.Account] first, then
/// [io.candlestream.account.Performance]. Imports neither Kafka, files, clocks nor logging.
@NullMarked
package io.candlestream.account;

import org.jspecify.annotations.NullMarked;
