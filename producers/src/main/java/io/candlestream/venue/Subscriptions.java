package io.candlestream.venue;

import io.candlestream.candle.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lists of what is subscribed to, in pieces that a venue takes.
final class Subscriptions {

    private Subscriptions() {}

    /// @param topic what the venue calls a series' stream, as JSON
    /// @return comma-separated topics, each text of at most so many
    static List<String> lists(List<Series> series, int most, Function<Series, String> topic) {
        List<String> lists = new ArrayList<>();
        for (int from = 0; from < series.size(); from += most) {
            lists.add(
                    series.subList(from, Math.min(series.size(), from + most)).stream()
                            .map(topic)
                            .collect(Collectors.joining(",")));
        }
        return lists;
    }
}
