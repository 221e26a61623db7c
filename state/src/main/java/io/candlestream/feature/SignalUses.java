package io.candlestream.feature;

import io.candlestream.signal.Signal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// Which signals a list of expressions reads, and where each is written first.
public final class SignalUses {

    /// Of a list that reads none.
    static final SignalUses NONE = new SignalUses(new LinkedHashMap<>());

    private final SequencedMap<String, Integer> columns;
    private final List<String> names;

    private SignalUses(SequencedMap<String, Integer> columns) {
        this.columns = columns;
        this.names = List.copyOf(columns.sequencedKeySet());
    }

    /// @throws ExpressionException when a name cannot be a signal's
    static SignalUses of(Stream<Resolved> parts) {
        SequencedMap<String, Integer> columns = new LinkedHashMap<>();
        parts.filter(part -> part.definition().category() == Category.SIGNAL)
                .forEach(part -> columns.putIfAbsent(name(part), part.term().column()));
        return new SignalUses(columns);
    }

    /// @return the signals, each once, in the order in which they are written
    public List<String> names() {
        return names;
    }

    /// Tells whether no signal is read.
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /// Checks before the first candle that every signal comes at all.
    ///
    /// @param whom the instrument, for the message
    /// @param known the signals that come for it
    /// @throws ExpressionException when one that is read does not
    public void require(String whom, Set<String> known) {
        for (Map.Entry<String, Integer> use : columns.sequencedEntrySet()) {
            if (!known.contains(use.getKey())) {
                throw new ExpressionException(
                        use.getValue(),
                        "signal %s must come for %s at least once, there %s"
                                .formatted(
                                        use.getKey(),
                                        whom,
                                        known.isEmpty()
                                                ? "are no signals for it"
                                                : "come only "
                                                        + String.join(
                                                                ", ",
                                                                known.stream().sorted().toList())));
            }
        }
    }

    private static String name(Resolved part) {
        try {
            return Signal.checkedName(String.valueOf(part.words().get(Signals.NAME.name())));
        } catch (IllegalArgumentException e) {
            throw new ExpressionException(part.term().column(), String.valueOf(e.getMessage()));
        }
    }
}
