/// Candles that already happened: files, trades turned into candles, and the bundled real sample.
///
/// ```
/// CandleFile --open--> CandleReader --+
/// Sample  -----------> CandleSource --+--> MergedCandles: one clock --> feed, replay, backtest
/// ```
///
/// Read [io.candlestream.history.CandleSource] and [io.candlestream.history.CandleFile] first.
/// Imports no Kafka.
@NullMarked
package io.candlestream.history;

import org.jspecify.annotations.NullMarked;
