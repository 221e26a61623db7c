package io.candlestream.signal;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.Arrays;

/// What some signals say at the close of a candle: of each the newest value not after it. The order
/// is that of the names that were asked for. Immutable.
public final class SignalReadings {

    /// No signal is read.
    public static final SignalReadings NONE = new SignalReadings(new long[0], new double[0]);

    /// Stands for the time of a signal that has not come.
    static final long ABSENT = Long.MIN_VALUE;

    private final long[] timesMs;
    private final double[] values;

    /// Takes over the arrays.
    SignalReadings(long[] timesMs, double[] values) {
        this.timesMs = timesMs;
        this.values = values;
    }

    /// The readings where no signal has come.
    ///
    /// @param size how many are asked for
    public static SignalReadings absent(int size) {
        if (size == 0) {
            return NONE;
        }
        long[] timesMs = new long[size];
        Arrays.fill(timesMs, ABSENT);
        return new SignalReadings(timesMs, new double[size]);
    }

    /// @return how many signals were asked for
    public int size() {
        return values.length;
    }

    /// @return whether this signal had come by then
    public boolean isPresent(int signal) {
        return timesMs[signal] != ABSENT;
    }

    /// @return when the value was known, UTC epoch milliseconds; of no meaning unless present
    public long timeMs(int signal) {
        return timesMs[signal];
    }

    /// @return the value; of no meaning unless present
    public double value(int signal) {
        return values[signal];
    }

    /// Appends 16 bytes a signal.
    public void save(StateOutput out) {
        for (int i = 0; i < values.length; i++) {
            out.putLong(timesMs[i]);
            out.putDouble(values[i]);
        }
    }

    /// Reads what [#save] wrote.
    ///
    /// @param size how many signals there are
    /// @throws io.candlestream.codec.StateFormatException when too few bytes are left
    public static SignalReadings restore(int size, StateInput in) {
        if (size == 0) {
            return NONE;
        }
        long[] timesMs = new long[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            timesMs[i] = in.getLong();
            values[i] = in.getDouble();
        }
        return new SignalReadings(timesMs, values);
    }
}
