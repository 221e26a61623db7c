package io.candlestream.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The different texts of a target, found in a pass of its own over the rows that can be learned
/// from; the pass ends where there are more than classes may be.
public final class TargetTexts {

    /// Most classes of a model.
    static final int MOST_CLASSES = 1_000;

    /// Most different numbers that are taken for classes where a model can learn both.
    static final int MOST_AMBIGUOUS = 20;

    private final Table table;
    private final Set<String> texts = new LinkedHashSet<>();
    private @Nullable RefusedRow firstRefused;

    private TargetTexts(Table table) {
        this.table = table;
    }

    /// Reads them.
    ///
    /// @throws TableException when the table cannot be read
    public static TargetTexts in(Table table) {
        TargetTexts found = new TargetTexts(table);
        try (TableRows rows = table.rows(Task.CLASSES, found::keepFirst)) {
            while (found.texts.size() <= MOST_CLASSES && rows.next()) {
                found.texts.add(rows.targetText());
            }
        }
        return found;
    }

    /// Whether they are numbers, and too many to be classes.
    boolean areNumbers() {
        return texts.size() > MOST_AMBIGUOUS && allNumbers();
    }

    /// The classes: by their numbers when all are numbers, else alphabetically.
    ///
    /// @throws TableException when there are fewer than 2 or more than 1,000
    public List<String> classes() {
        String name = table.columns().get(table.target());
        if (texts.size() > MOST_CLASSES) {
            throw new TableException(
                    "%s: %s must have at most %,d classes, has more; a model of numbers learns numbers"
                            .formatted(table.file(), name, MOST_CLASSES));
        }
        if (texts.size() < 2) {
            throw new TableException(
                    "%s: %s must have at least 2 classes, had %s%s"
                            .formatted(
                                    table.file(),
                                    name,
                                    texts.isEmpty() ? "none" : "only " + texts.iterator().next(),
                                    firstRefused == null
                                            ? ""
                                            : "; rows were refused, the first at " + firstRefused));
        }
        List<String> classes = new ArrayList<>(texts);
        Comparator<String> alphabetical = Comparator.naturalOrder();
        classes.sort(
                allNumbers()
                        ? Comparator.comparingDouble(TableRows::number).thenComparing(alphabetical)
                        : alphabetical);
        return classes;
    }

    private boolean allNumbers() {
        return texts.stream().noneMatch(text -> Double.isNaN(TableRows.number(text)));
    }

    private void keepFirst(RefusedRow row) {
        if (firstRefused == null) {
            firstRefused = row;
        }
    }
}
