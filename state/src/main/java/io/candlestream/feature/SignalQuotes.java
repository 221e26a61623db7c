package io.candlestream.feature;

import io.candlestream.indicator.Node;
import io.candlestream.indicator.Quote;
import io.candlestream.signal.SignalReadings;
import java.util.ArrayList;
import java.util.List;

/// The nodes of a graph's signals: value and age of each, set by the graph's owner like the
/// candle's own numbers. They are ready when the signal has come, whichever candle that is.
final class SignalQuotes {

    private static final double SECOND_MS = 1_000;

    private final List<String> names = new ArrayList<>();
    private final List<Quote> values = new ArrayList<>();
    private final List<Quote> ages = new ArrayList<>();

    /// Adds the nodes of these signals.
    ///
    /// @return the nodes, in the order of the state
    List<Node> add(List<String> wanted) {
        List<Node> added = new ArrayList<>();
        for (String name : wanted) {
            names.add(name);
            values.add(new Quote());
            ages.add(new Quote());
            added.add(values.getLast());
            added.add(ages.getLast());
        }
        return added;
    }

    /// @return the value of a signal
    Node value(String name) {
        return values.get(place(name));
    }

    /// @return seconds from when that value was known to the close of the candle
    Node age(String name) {
        return ages.get(place(name));
    }

    /// Takes what the signals say at the close of the next candle, in the order of the names.
    void set(SignalReadings readings, long closeTimeMs) {
        if (readings.size() != names.size()) {
            throw new IllegalArgumentException(
                    "a candle must come with readings of the signals %s, came with %d"
                            .formatted(names, readings.size()));
        }
        for (int i = 0; i < readings.size(); i++) {
            if (readings.isPresent(i)) {
                values.get(i).set(readings.value(i));
                ages.get(i).set((closeTimeMs - readings.timeMs(i)) / SECOND_MS);
            }
        }
    }

    private int place(String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException("there is no signal called " + name);
        }
        return place;
    }
}
