package io.candlestream.history;

import io.candlestream.candle.Instrument;
import io.candlestream.signal.Signal;
import org.jspecify.annotations.Nullable;

/// One row of a signal file.
///
/// @param instrument what it belongs to; null for every instrument
/// @param name what it is
/// @param timeMs UTC epoch milliseconds at which the value was known
/// @param value in a unit of its own
public record SignalRow(@Nullable Instrument instrument, String name, long timeMs, double value) {

    /// Tells whether the row names this instrument.
    boolean isOf(Instrument one) {
        return instrument != null && instrument.equals(one);
    }

    /// Tells whether the row is meant for this instrument, alone or among others.
    boolean concerns(Instrument one) {
        return instrument == null || isOf(one);
    }

    /// The row as it is known of one instrument.
    Signal of(Instrument one) {
        return new Signal(one, name, timeMs, value);
    }
}
