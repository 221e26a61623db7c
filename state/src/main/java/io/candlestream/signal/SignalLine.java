package io.candlestream.signal;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The values of one name by time, and the newest of those let go.
final class SignalLine {

    private final TreeMap<Long, Double> kept = new TreeMap<>();
    private long baseTimeMs = SignalReadings.ABSENT;
    private double base;

    @Nullable Double at(long timeMs) {
        return kept.get(timeMs);
    }

    void add(long timeMs, double value) {
        kept.put(timeMs, value);
    }

    void letGo(long timeMs, double value) {
        kept.remove(timeMs);
        if (timeMs > baseTimeMs) {
            baseTimeMs = timeMs;
            base = value;
        }
    }

    /// Tells whether everything that decides the value as of this time is still known.
    boolean reaches(long timeMs) {
        return baseTimeMs <= timeMs;
    }

    /// Writes the newest value not after this time.
    void read(long asOfMs, int place, long[] timesMs, double[] values) {
        Map.Entry<Long, Double> newest = kept.floorEntry(asOfMs);
        if (newest != null && newest.getKey() > baseTimeMs) {
            timesMs[place] = newest.getKey();
            values[place] = newest.getValue();
        } else if (baseTimeMs <= asOfMs) {
            timesMs[place] = baseTimeMs;
            values[place] = base;
        } else {
            timesMs[place] = SignalReadings.ABSENT;
        }
    }

    void saveBase(StateOutput out) {
        out.putLong(baseTimeMs);
        out.putDouble(base);
    }

    /// Forgets what is kept, too.
    void restoreBase(StateInput in) {
        kept.clear();
        baseTimeMs = in.getLong();
        base = in.getDouble();
    }
}
