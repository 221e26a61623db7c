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
/// Remembers the series it has met, so that their texts are neither read nor written once a record;
/// what it remembers is bounded.
///
/// Not thread-safe: owned by one producer or one stream task.
public final class CandleMessage {

    private static final int MOST_REMEMBERED = 10_000;

    private final Map<Texts, Series> seriesByTexts = new HashMap<>();
    private final Map<Series, Texts> textsBySeries = new HashMap<>();

    /// A series as it is written in a message.
    private record Texts(String instrument, String interval) {}

    /// Remembers nothing yet.
    public CandleMessage() {}

    /// The message of a candle.
    public io.candlestream.schema.Candle toMessage(Candle candle) {
        Texts texts = textsOf(candle.series());
        return new io.candlestream.schema.Candle(
                texts.instrument,
                texts.interval,
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
                seriesOf(new Texts(message.getInstrument(), message.getInterval())),
                message.getOpenTime().toEpochMilli(),
                message.getOpen(),
                message.getHigh(),
                message.getLow(),
                message.getClose(),
                message.getBaseVolume());
    }

    private Texts textsOf(Series series) {
        @Nullable Texts known = textsBySeries.get(series);
        if (known != null) {
            return known;
        }
        Texts texts = new Texts(series.instrument().toString(), series.interval().toString());
        remember(textsBySeries, series, texts);
        return texts;
    }

    private Series seriesOf(Texts texts) {
        @Nullable Series known = seriesByTexts.get(texts);
        if (known != null) {
            return known;
        }
        Series series =
                new Series(Instrument.parse(texts.instrument), Interval.parse(texts.interval));
        remember(seriesByTexts, texts, series);
        return series;
    }

    /// Starts anew when full: with so many series, an entry in ten thousand read again costs
    /// nothing, and there is no bookkeeping a record.
    private static <K, V> void remember(Map<K, V> memory, K key, V value) {
        if (memory.size() == MOST_REMEMBERED) {
            memory.clear();
        }
        memory.put(key, value);
    }
}
