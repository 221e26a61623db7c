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
/// Read [io.candlestream.indicator.Indicator], [io.candlestream.indicator.Ema] and
/// [io.candlestream.indicator.RollingMoments] first. Imports neither Kafka, files, clocks nor
/// logging.
@NullMarked
package io.candlestream.indicator;

import org.jspecify.annotations.NullMarked;
