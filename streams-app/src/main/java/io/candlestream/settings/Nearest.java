package io.candlestream.settings;

import java.util.Collection;
import java.util.Comparator;

/// The word somebody probably meant.
public final class Nearest {

    private Nearest() {}

    /// A half-sentence that names the nearest of the known words, or nothing when none is near: at
    /// least half of the letters must agree.
    public static String suggestion(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(nearest -> 2 * distance(word, nearest) <= longer(word, nearest))
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
    }

    private static int longer(String left, String right) {
        return Math.max(left.length(), right.length());
    }

    /// How many letters must be inserted, deleted or replaced to make one word the other
    /// (Levenshtein).
    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                boolean same = left.charAt(row - 1) == right.charAt(column - 1);
                int replaced = above[column - 1] + (same ? 0 : 1);
                int shifted = Math.min(above[column], current[column - 1]) + 1;
                current[column] = Math.min(replaced, shifted);
            }
            above = current;
        }
        return above[right.length()];
    }
}
