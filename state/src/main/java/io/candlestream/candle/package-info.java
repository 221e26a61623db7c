/// One closed candle, what identifies its series, and the gate every candle passes before anything
/// learns from it.
///
/// Read [io.candlestream.candle.Candle] and [io.candlestream.candle.CandleGate] first. Imports
/// neither Kafka, files nor clocks.
@NullMarked
package io.candlestream.candle;

import org.jspecify.annotations.NullMarked;
