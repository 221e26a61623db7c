package io.candlestream.replay;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.signal.Signal;
import io.candlestream.signal.SignalHistory;
import io.candlestream.signal.SignalReadings;
import io.candlestream.signal.SignalVerdict;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Joins candles with signals by the rule of the topology: before a candle is taken, every signal
/// known at its close has come.
///
/// Not thread-safe: one replay owns it.
public final class ReplayedSignals {

    private final Function<Instrument, Iterator<Signal>> source;
    private final List<String> names;
    private final Map<Instrument, Line> lines = new LinkedHashMap<>();

    /// An instrument's signals that have come, and those that will.
    private static final class Line {

        private final SignalHistory history;
        private final Iterator<Signal> coming;
        private @Nullable Signal next;

        Line(SignalHistory history, Iterator<Signal> coming) {
            this.history = history;
            this.coming = coming;
            advance();
        }

        void takeUpTo(long closeTimeMs) {
            while (next != null && next.timeMs() <= closeTimeMs) {
                if (history.names().contains(next.name())) {
                    history.take(next);
                }
                advance();
            }
        }

        private void advance() {
            next = coming.hasNext() ? coming.next() : null;
        }
    }

    /// Signals that have not come.
    ///
    /// @param source the signals of an instrument by rising time
    /// @param names those that features read
    public ReplayedSignals(Function<Instrument, Iterator<Signal>> source, List<String> names) {
        this.source = source;
        this.names = List.copyOf(names);
    }

    /// For features that read no signal.
    public static ReplayedSignals none() {
        return new ReplayedSignals(_ -> Collections.emptyIterator(), List.of());
    }

    /// Tells whether features read any.
    boolean areRead() {
        return !names.isEmpty();
    }

    /// @return how many signals were refused, for whatever reason
    public long refusedCount() {
        long refused = 0;
        for (Line line : lines.values()) {
            for (SignalVerdict verdict : SignalVerdict.values()) {
                refused += verdict.isRejection() ? line.history.count(verdict) : 0;
            }
        }
        return refused;
    }

    /// @param candle one that the gate accepts
    /// @return what the signals say at its close; null when that is not known any more, because
    ///   candles of other intervals are far ahead
    @Nullable SignalReadings readings(Candle candle) {
        if (names.isEmpty()) {
            return SignalReadings.NONE;
        }
        Line line = lines.computeIfAbsent(candle.series().instrument(), this::line);
        line.takeUpTo(candle.closeTimeMs());
        return line.history.reaches(candle.closeTimeMs())
                ? line.history.readings(names, candle.closeTimeMs())
                : null;
    }

    /// @return the readings of a candle that the gate refuses
    SignalReadings absent() {
        return SignalReadings.absent(names.size());
    }

    /// The candle has been taken: what it read is settled.
    void closed(Candle candle) {
        if (!names.isEmpty()) {
            lines.computeIfAbsent(candle.series().instrument(), this::line)
                    .history
                    .closed(candle.closeTimeMs());
        }
    }

    private Line line(Instrument instrument) {
        return new Line(new SignalHistory(instrument, names), source.apply(instrument));
    }
}
