package io.candlestream.venue;

import io.candlestream.candle.Series;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The series of a feed by what the venue calls them.
final class KnownSeries {

    private final Map<String, Map<String, Series>> byInterval = new HashMap<>();

    KnownSeries(Venue venue, List<Series> series) {
        for (Series one : series) {
            byInterval
                    .computeIfAbsent(venue.nativeInterval(one.interval()), _ -> new HashMap<>())
                    .put(one.instrument().symbol(), one);
        }
    }

    /// @return the series, or null where nobody asked for it
    @Nullable Series find(String symbol, String nativeInterval) {
        Map<String, Series> bySymbol = byInterval.get(nativeInterval);
        return bySymbol == null ? null : bySymbol.get(symbol);
    }
}
