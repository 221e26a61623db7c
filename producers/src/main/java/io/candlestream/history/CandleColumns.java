package io.candlestream.history;

import io.candlestream.history.ColumnNames.Part;
import java.util.ArrayList;
import java.util.List;

/// Where the columns of a file put the parts of a candle.
final class CandleColumns {

    private static final Part[] PARTS = Part.values();

    private final int[] places = new int[PARTS.length];
    private final int count;
    private final boolean isOpenTime;
    private final String volumeName;
    private final List<String> missing = new ArrayList<>();

    private CandleColumns(List<String> columns, ColumnNames names) throws MalformedRowException {
        count = columns.size();
        for (Part part : PARTS) {
            int place = names.find(part, columns);
            places[part.ordinal()] = place;
            if (place < 0 && part != Part.SYMBOL) {
                missing.add(part.toString());
            }
        }
        isOpenTime = place(Part.TIME) >= 0 && columns.get(place(Part.TIME)).equals("open_time");
        volumeName = place(Part.VOLUME) >= 0 ? volumeName(columns, place(Part.VOLUME)) : "";
    }

    /// Finds the columns, all or some.
    ///
    /// @throws MalformedRowException when one is there twice
    static CandleColumns find(List<String> columns, ColumnNames names)
            throws MalformedRowException {
        return new CandleColumns(columns, names);
    }

    /// What a candle must have and the columns have not.
    List<String> missing() {
        return missing;
    }

    /// Fields that every row must have.
    int count() {
        return count;
    }

    /// Where a part is, -1 where it is not.
    int place(Part part) {
        return places[part.ordinal()];
    }

    /// Whether the time is called as in a canonical file.
    boolean isOpenTime() {
        return isOpenTime;
    }

    /// The volume that is taken, where there are several; empty where there is one.
    String volumeName() {
        return volumeName;
    }

    private static String volumeName(List<String> columns, int taken) {
        long volumes =
                columns.stream()
                        .filter(name ->
                                name.equals("base_volume")
                                        || name.equals("quote_volume")
                                        || name.equals("volume")
                                        || name.startsWith("volume_"))
                        .count();
        return volumes > 1 ? columns.get(taken) : "";
    }
}
