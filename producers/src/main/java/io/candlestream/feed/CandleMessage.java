package io.candlestream.feed;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A candle as the core knows it and as it crosses a topic, each made from the other.
///
/// Remembers the series it has read, so that their texts are not parsed once a record; what it
/// remembers is bounded.
///
/// Not thread-safe: owned by one producer or one stream task.
public final class CandleMessage {

    private static final int MOST_REMEMBERED = 10_000;

    /// Intervals are few, so the outer map stays in the processor's cache; an inner one compares
    /// one text.
    private final Map<String, Map<String, Series>> byInterval = new HashMap<>();

    private int remembered;

    /// Remembers nothing yet.
    public CandleMessage() {}

    /// The message of a candle.
    public io.candlestream.schema.Candle toMessage(Candle candle) {
        return new io.candlestream.schema.Candle(
                candle.series().instrument().toString(),
                candle.series().interval().toString(),
                Instant.ofEpochMilli(candle.openTimeMs()),
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.baseVolume());
    }

    /// The candle of a message. Its numbers are as they came; `CandleGate` judges them.
    ///
    /// @throws IllegalArgumentException when the instrument or the interval is malformed
    public Candle fromMessage(io.candlestream.schema.Candle message) {
        return new Candle(
                series(message.getInstrument(), message.getInterval()),
                message.getOpenTime().toEpochMilli(),
                message.getOpen(),
                message.getHigh(),
                message.getLow(),
                message.getClose(),
                message.getBaseVolume());
    }

    private Series series(String instrument, String interval) {
        @Nullable Map<String, Series> byInstrument = byInterval.get(interval);
        @Nullable Series known = byInstrument == null ? null : byInstrument.get(instrument);
        if (known != null) {
            return known;
        }
        Series series = new Series(Instrument.parse(instrument), Interval.parse(interval));
        remember(series, instrument, interval);
        return series;
    }

    /// Starts anew when full: with so many series, an entry in ten thousand read again costs
    /// nothing, and there is no bookkeeping a record.
    private void remember(Series series, String instrument, String interval) {
        if (remembered == MOST_REMEMBERED) {
            byInterval.clear();
            remembered = 0;
        }
        byInterval.computeIfAbsent(interval, _ -> new HashMap<>()).put(instrument, series);
        remembered++;
    }
}
