package io.candlestream.settings;

import java.util.List;
import java.util.regex.Pattern;

/// Checks of single values that name the key when they fail.
final class Range {

    /// What Kafka allows in the names of topics and applications.
    private static final Pattern KAFKA_NAME = Pattern.compile("[a-zA-Z0-9._-]*");

    private static final int LONGEST_NAME = 100;

    private Range() {}

    static void check(String key, long value, long least, long greatest) {
        if (value < least || value > greatest) {
            throw outOfRange(key, least, greatest, value);
        }
    }

    static void check(String key, double value, double least, double greatest) {
        if (!(value >= least && value <= greatest)) {
            throw outOfRange(key, least, greatest, value);
        }
    }

    static void checkWord(String key, String value, List<String> words) {
        if (!words.contains(value)) {
            throw new SettingsException(
                    key
                            + " must be "
                            + String.join(" or ", words)
                            + ", was \""
                            + value
                            + '"'
                            + Nearest.suggestion(value, words));
        }
    }

    static void checkName(String key, String value, int shortest) {
        boolean valid =
                value.length() >= shortest
                        && value.length() <= LONGEST_NAME
                        && KAFKA_NAME.matcher(value).matches();
        if (!valid) {
            throw new SettingsException(
                    "%s must be %d to %d letters, digits, dots, hyphens or underscores, was \"%s\""
                            .formatted(key, shortest, LONGEST_NAME, value));
        }
    }

    private static SettingsException outOfRange(
            String key, Number least, Number greatest, Number value) {
        return new SettingsException(
                key + " must be from " + least + " to " + greatest + ", was " + value);
    }
}
