package io.candlestream.table;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// The rows of a table that can be learned from, one at a time; the others are refused and counted.
///
/// A feature, and a target of numbers, must be a decimal number of at most 1e100 either way; a
/// target of classes must not be empty. Not thread-safe.
public final class TableRows implements AutoCloseable {

    private static final double LARGEST = 1e100;
    private static final int LONGEST_SHOWN = 40;

    private final Table table;
    private final Task task;
    private final Consumer<RefusedRow> refused;
    private final TableLines lines;
    private final double[] features;
    private String targetText = "";
    private double targetNumber;
    private long row;
    private long usableCount;

    TableRows(Table table, Task task, Consumer<RefusedRow> refused) {
        this.table = table;
        this.task = task;
        this.refused = refused;
        lines = new TableLines(table.file());
        features = new double[table.columns().size() - 1];
        Objects.requireNonNull(lines.next(), "header");
    }

    /// Goes to the next row that can be learned from.
    ///
    /// @return whether there is one
    /// @throws TableException when the file cannot be read on
    boolean next() {
        for (List<String> fields = lines.next(); fields != null; fields = lines.next()) {
            row++;
            String fault = read(fields);
            if (fault.isEmpty()) {
                usableCount++;
                return true;
            }
            refused.accept(new RefusedRow(lines.line(), fault));
        }
        return false;
    }

    /// Number of the row in the file, counted from 1 behind the header, refused ones too.
    public long row() {
        return row;
    }

    /// How many rows could be learned from until now.
    public long usableCount() {
        return usableCount;
    }

    /// How many were refused until now.
    public long refusedCount() {
        return row - usableCount;
    }

    /// The features of the row; the same array for every row.
    double[] features() {
        return features;
    }

    /// The target as it is written.
    String targetText() {
        return targetText;
    }

    /// The target of numbers.
    double targetNumber() {
        return targetNumber;
    }

    @Override
    public void close() {
        lines.close();
    }

    /// @return what is wrong with the row, empty when nothing is
    private String read(List<String> fields) {
        if (fields.size() != table.columns().size()) {
            return "row must have %d fields like the header, had %d"
                    .formatted(table.columns().size(), fields.size());
        }
        int feature = 0;
        for (int column = 0; column < fields.size(); column++) {
            String text = fields.get(column);
            if (column == table.target()) {
                targetText = text;
                if (text.isEmpty()) {
                    return table.columns().get(column) + " must not be empty";
                }
                if (task == Task.CLASSES) {
                    continue;
                }
            }
            double number = number(text);
            if (Double.isNaN(number)) {
                return table.columns().get(column)
                        + " must be a number from -1e100 to 1e100, was "
                        + shown(text);
            }
            if (column == table.target()) {
                targetNumber = number;
            } else {
                features[feature++] = number;
            }
        }
        return "";
    }

    /// Reads a plain or scientific decimal number.
    ///
    /// @return the number, NaN where the text is none from -1e100 to 1e100
    public static double number(String text) {
        // Java would also read 1f, 0x1p3 and NaN.
        if (text.isEmpty() || !text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text);
            return Math.abs(number) <= LARGEST ? number : Double.NaN;
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    private static String shown(String text) {
        if (text.isEmpty()) {
            return "empty";
        }
        String safe = text.replaceAll("\\p{Cntrl}", ".");
        return safe.length() <= LONGEST_SHOWN ? safe : safe.substring(0, LONGEST_SHOWN) + "...";
    }
}
