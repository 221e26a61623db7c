package io.candlestream.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the columns of a candle are called where a file's header does not say it, written
/// `time=Date,open=Open,volume=3`.
///
/// @param names by part, as a column's name or its number, counted from 1; what is left out is
///   found by its usual names
public record ColumnNames(Map<Part, String> names) {

    /// A part of a candle that has a column.
    public enum Part {
        /// When it opens.
        TIME,
        /// Its first price.
        OPEN,
        /// Its highest price.
        HIGH,
        /// Its lowest price.
        LOW,
        /// Its last price.
        CLOSE,
        /// What was traded, in units of base.
        VOLUME,
        /// What was traded where several instruments share a file; not every file has it.
        SYMBOL;

        /// The written form, the name in lower case.
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Every part goes by its usual names.
    public static final ColumnNames USUAL = new ColumnNames(Map.of());

    /// The map is copied.
    public ColumnNames {
        names = Map.copyOf(names);
    }

    /// Reads the written form.
    ///
    /// @throws IllegalArgumentException when it is none
    public static ColumnNames parse(String text) {
        Map<Part, String> names = new EnumMap<>(Part.class);
        for (String pair : text.split(",", -1)) {
            String[] sides = pair.split("=", 2);
            if (sides.length < 2 || sides[1].isBlank()) {
                throw new IllegalArgumentException(
                        "columns must be written time=NAME,open=NAME, was \"" + text + '"');
            }
            if (names.put(part(sides[0].strip()), CsvLines.name(sides[1])) != null) {
                throw new IllegalArgumentException(
                        "columns must name " + sides[0].strip() + " only once");
            }
        }
        return new ColumnNames(names);
    }

    /// Tells whether every part that a candle must have goes by its number.
    boolean isByNumber() {
        for (Part part : Part.values()) {
            if (part != Part.SYMBOL && number(part) < 0) {
                return false;
            }
        }
        return true;
    }

    /// The place of a column that goes by its number, counted from 0; -1 for another.
    int number(Part part) {
        String name = names.getOrDefault(part, "");
        return name.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(name) - 1 : -1;
    }

    /// Finds a part among the columns of a file.
    ///
    /// @param columns names as [CsvLines#names] gives them
    /// @return where it is, -1 where it is not
    /// @throws MalformedRowException when it is there twice
    int find(Part part, List<String> columns) throws MalformedRowException {
        int number = number(part);
        if (number >= 0) {
            return number < columns.size() ? number : -1;
        }
        String said = names.get(part);
        for (String name : said == null ? usual(part, columns) : List.of(said)) {
            int at = columns.indexOf(name);
            if (at >= 0 && at != columns.lastIndexOf(name)) {
                throw new MalformedRowException("header must name " + name + " only once");
            }
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    /// The names of a part, the one that is taken first in front.
    private static List<String> usual(Part part, List<String> columns) {
        return switch (part) {
            case TIME -> List.of("open_time", "timestamp", "unix", "datetime", "date", "time");
            case OPEN, HIGH, LOW, CLOSE, SYMBOL -> List.of(part.toString());
            case VOLUME -> {
                List<String> names = new ArrayList<>(List.of("base_volume", "volume"));
                columns.stream().filter(name -> name.startsWith("volume_")).forEach(names::add);
                yield names;
            }
        };
    }

    private static Part part(String text) {
        for (Part part : Part.values()) {
            if (part.toString().equals(text)) {
                return part;
            }
        }
        throw new IllegalArgumentException(
                "columns must be of time, open, high, low, close, volume or symbol, was \""
                        + text
                        + '"');
    }
}
