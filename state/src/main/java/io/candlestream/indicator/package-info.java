/// Indicators of one series, each advanced once per candle in constant time.
///
/// ```
/// close -> Ring -> RollingMoments, Bollinger, ...      many windows, one memory
///       -> Ema  -> Macd                                many readers, one average
///       -> Rsi
/// candle -> Atr
/// ```
///
/// Whoever owns a [io.candlestream.indicator.Ring] or an average that several indicators read
/// advances, saves and restores it once, and before its readers. What a reader derives from a ring
/// is not saved: it is rebuilt from the ring, to the bit.
///
/// A [io.candlestream.indicator.Node] is an indicator, or a part of one, in a graph that
/// expressions are compiled to: it reads the values of other nodes, and a
/// [io.candlestream.indicator.History] of one of them is shared by every window over it.
///
/// Read [io.candlestream.indicator.Ema], [io.candlestream.indicator.RollingMoments] and
/// [io.candlestream.indicator.Average] first. Imports neither Kafka, files, clocks nor logging.
@NullMarked
package io.candlestream.indicator;

import org.jspecify.annotations.NullMarked;
