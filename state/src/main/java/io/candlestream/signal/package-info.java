/// Numbers from elsewhere, joined with candles by event time.
///
/// ```
/// Signal -> SignalHistory, one an instrument -> SignalReadings as of a close -> the learner
/// ```
///
/// Read [io.candlestream.signal.SignalHistory] first. Imports neither Kafka, files nor clocks.
@NullMarked
package io.candlestream.signal;

import org.jspecify.annotations.NullMarked;
