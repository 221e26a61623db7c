package io.candlestream.venue;

import io.candlestream.candle.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Intervals and what a venue calls them.
final class Intervals {

    private Intervals() {}

    /// @param words our interval and the venue's word for it, in turn
    static SequencedMap<Interval, String> of(String... words) {
        SequencedMap<Interval, String> intervals = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            intervals.put(Interval.parse(words[i]), words[i + 1]);
        }
        return Collections.unmodifiableSequencedMap(intervals);
    }
}
