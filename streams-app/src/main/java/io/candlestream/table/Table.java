package io.candlestream.table;

import io.candlestream.settings.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// A CSV file, plain or gzip, with a header: one column is the target and every other a feature.
///
/// @param file where it is
/// @param columns the names in its header
/// @param target which of them is the target, counted from 0
public record Table(Path file, List<String> columns, int target) {

    /// Copies the names.
    public Table {
        columns = List.copyOf(columns);
    }

    /// Reads the header.
    ///
    /// @param target the name of the target's column
    /// @throws TableException when the file cannot be read or is empty, a name occurs twice, there
    ///   is no such column, or no other
    public static Table of(Path file, String target) {
        try (TableLines lines = new TableLines(file)) {
            List<String> columns = lines.next();
            if (columns == null) {
                throw new TableException(file + ": must have a header and rows, is empty");
            }
            columns = withoutByteOrderMark(columns);
            checkDifferent(file, columns);
            int index = columns.indexOf(target);
            if (index < 0) {
                throw new TableException(
                        "%s: the target must be a column of the table, was %s%s"
                                .formatted(file, target, Nearest.suggestion(target, columns)));
            }
            if (columns.size() == 1) {
                throw new TableException(
                        file + ": a column beside the target must be there, there is none");
            }
            return new Table(file, columns, index);
        }
    }

    /// The names of the features, in the order of the file.
    public List<String> features() {
        List<String> features = new ArrayList<>(columns);
        features.remove(target);
        return features;
    }

    /// Opens the rows.
    ///
    /// @param task what the target must be
    /// @param refused is told of every row that cannot be learned from
    TableRows rows(Task task, Consumer<RefusedRow> refused) {
        return new TableRows(this, task, refused);
    }

    private static List<String> withoutByteOrderMark(List<String> columns) {
        List<String> names = new ArrayList<>(columns);
        String first = names.getFirst();
        if (first.startsWith("\ufeff")) {
            names.set(0, first.substring(1));
        }
        return names;
    }

    private static void checkDifferent(Path file, List<String> columns) {
        Set<String> names = new HashSet<>();
        for (String name : columns) {
            if (!names.add(name)) {
                throw new TableException(
                        file + ": the columns must have different names, two are " + name);
            }
        }
    }
}
