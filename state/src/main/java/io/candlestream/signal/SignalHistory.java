package io.candlestream.signal;

import io.candlestream.candle.Instrument;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What is known of one instrument's signals: the join of signals and candles by event time.
///
/// A candle reads, of every name, the newest value whose time is not after the candle's close
/// ([#readings]). What was read stays true: when a candle has been taken ([#closed]), a signal that
/// is not later than its close is late, refused, and changes nothing. So the readings depend on
/// event times alone, and not on how signals and candles were interleaved, as long as none is late.
///
/// | a signal that is | gets |
/// |---|---|
/// | later than every candle taken | [SignalVerdict#ACCEPTED], in whatever order it comes |
/// | known already, the same to the bit | [SignalVerdict#DUPLICATE] |
/// | not later than the close of a candle that was taken | [SignalVerdict#LATE] |
/// | another value of a name and time that are known | [SignalVerdict#CONFLICTING] |
/// | NaN, infinite, beyond 1e30 either way, or not of 1970 to 9999 | [SignalVerdict#MALFORMED] |
///
/// Kept are signals that no candle has reached, and the last 256 that one has, for candles of
/// another interval that come a little behind; of the others, the newest of each name. More than
/// 65,536 are never kept: the oldest goes. A candle so old that what it would read may be gone is
/// for the caller to refuse ([#reaches]), since nobody knows its readings any more.
///
/// Signals are numbered in the order of coming, which is the order in which they are let go: the
/// rows of [io.candlestream.codec.LiveFormat]. Not thread-safe: owned by one stream task.
public final class SignalHistory {

    static final int KEPT_BEHIND = 256;
    static final int MOST_KEPT = 65_536;

    private final Instrument instrument;
    private final SequencedMap<String, SignalLine> lines = new LinkedHashMap<>();
    private final List<String> names;
    private final long[] verdictCounts = new long[SignalVerdict.values().length];
    private final Deque<Row> rows = new ArrayDeque<>();
    private SignalVerdict lastVerdict = SignalVerdict.ACCEPTED;
    private long settledMs = Long.MIN_VALUE;
    private long firstRow = 1;
    private long nextRow = 1;

    private record Row(int name, long timeMs, double value) {}

    /// A history that knows nothing.
    ///
    /// @param instrument whose signals they are
    /// @param names the signals to be kept, each once
    public SignalHistory(Instrument instrument, List<String> names) {
        this.instrument = instrument;
        this.names = List.copyOf(names);
        names.forEach(name -> lines.put(name, new SignalLine()));
    }

    /// @return whose signals they are
    public Instrument instrument() {
        return instrument;
    }

    /// @return the signals that are kept
    public List<String> names() {
        return names;
    }

    /// Judges one signal and counts the answer; an accepted one is kept.
    ///
    /// @param signal a signal of this history's instrument and names
    public SignalVerdict take(Signal signal) {
        lastVerdict = judge(signal);
        verdictCounts[lastVerdict.ordinal()]++;
        if (lastVerdict == SignalVerdict.ACCEPTED) {
            add(new Row(names.indexOf(signal.name()), signal.timeMs(), signal.value()));
            nextRow++;
            if (rows.size() > MOST_KEPT) {
                letGoOldest();
            }
        }
        return lastVerdict;
    }

    /// A candle that closes then has been taken with its readings.
    public void closed(long closeTimeMs) {
        settledMs = Math.max(settledMs, closeTimeMs);
        while (rows.size() > KEPT_BEHIND && rows.getFirst().timeMs <= settledMs) {
            letGoOldest();
        }
    }

    /// Tells whether the readings at this close are still known.
    public boolean reaches(long closeTimeMs) {
        for (SignalLine line : lines.sequencedValues()) {
            if (!line.reaches(closeTimeMs)) {
                return false;
            }
        }
        return true;
    }

    /// @param wanted some of the names
    /// @return of each, in their order, the newest value not after this close
    public SignalReadings readings(List<String> wanted, long closeTimeMs) {
        long[] timesMs = new long[wanted.size()];
        double[] values = new double[wanted.size()];
        for (int i = 0; i < timesMs.length; i++) {
            line(wanted.get(i)).read(closeTimeMs, i, timesMs, values);
        }
        return new SignalReadings(timesMs, values);
    }

    /// @return what was said of the last signal; of no meaning before the first, and after a
    ///   restore
    public SignalVerdict lastVerdict() {
        return lastVerdict;
    }

    /// @return how often [#take] gave this answer
    public long count(SignalVerdict verdict) {
        return verdictCounts[verdict.ordinal()];
    }

    /// Says in words why a signal that was just refused was: what must hold, and what was.
    public String explain(Signal signal) {
        return switch (lastVerdict) {
            case ACCEPTED -> "the signal was accepted";
            case DUPLICATE ->
                    "signal " + signal.name() + " of " + signal.timeMs() + " repeats a known one";
            case LATE ->
                    "signal %s must be later than the last candle's close, %d, was of %d"
                            .formatted(signal.name(), settledMs, signal.timeMs());
            case CONFLICTING ->
                    "a second signal %s of %d must equal the first, %s, was %s"
                            .formatted(
                                    signal.name(),
                                    signal.timeMs(),
                                    line(signal.name()).at(signal.timeMs()),
                                    signal.value());
            case MALFORMED ->
                    "signal %s must be finite, from -1e30 to 1e30, and of 1970 to 9999, was %s of %d"
                            .formatted(signal.name(), signal.value(), signal.timeMs());
        };
    }

    private SignalVerdict judge(Signal signal) {
        if (!Signal.isValue(signal.value()) || !Signal.isTime(signal.timeMs())) {
            return SignalVerdict.MALFORMED;
        }
        Double known = line(signal.name()).at(signal.timeMs());
        if (known != null && known.equals(signal.value())) {
            return SignalVerdict.DUPLICATE;
        }
        if (signal.timeMs() <= settledMs) {
            return SignalVerdict.LATE;
        }
        return known == null ? SignalVerdict.ACCEPTED : SignalVerdict.CONFLICTING;
    }

    private void add(Row row) {
        rows.addLast(row);
        line(names.get(row.name)).add(row.timeMs, row.value);
    }

    private void letGoOldest() {
        Row row = rows.removeFirst();
        firstRow++;
        line(names.get(row.name)).letGo(row.timeMs, row.value);
    }

    private SignalLine line(String name) {
        SignalLine line = lines.get(name);
        if (line == null) {
            throw new IllegalArgumentException(
                    "a signal must be one of " + names + ", was " + name);
        }
        return line;
    }

    long firstRow() {
        return firstRow;
    }

    long nextRow() {
        return nextRow;
    }

    void saveHead(StateOutput out) {
        out.putLong(settledMs);
        out.putLongs(verdictCounts);
        lines.sequencedValues().forEach(line -> line.saveBase(out));
        out.putLong(firstRow);
        out.putLong(nextRow);
    }

    void restoreHead(StateInput in) {
        settledMs = in.getLong();
        in.getLongs(verdictCounts);
        lines.sequencedValues().forEach(line -> line.restoreBase(in));
        rows.clear();
        firstRow = in.getLong();
        nextRow = in.getLong();
        if (firstRow < 1 || nextRow < firstRow || nextRow - firstRow > MOST_KEPT) {
            throw new StateFormatException(
                    "kept signals must be at most %d, were %d to %d"
                            .formatted(MOST_KEPT, firstRow, nextRow));
        }
    }

    void saveRows(long from, long to, StateOutput out) {
        rows.stream()
                .skip(from - firstRow)
                .limit(to - from)
                .forEach(row -> {
                    out.putInt(row.name);
                    out.putLong(row.timeMs);
                    out.putDouble(row.value);
                });
    }

    void restoreRows(long from, long to, StateInput in) {
        if (from < 1 || to > nextRow) {
            throw new StateFormatException(
                    "signals must be before " + nextRow + ", were " + from + " to " + to);
        }
        for (long number = from; number < to; number++) {
            Row row = new Row(in.getCount(names.size() - 1), in.getLong(), in.getDouble());
            if (number >= firstRow) {
                add(row);
            }
        }
    }
}
