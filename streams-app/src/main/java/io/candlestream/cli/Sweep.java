package io.candlestream.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Settings that are tried in every combination.
///
/// @param combinations the settings of each, `key=value`, in the order in which they run
record Sweep(List<List<String>> combinations) {

    /// The most combinations of a sweep.
    static final int MOST = 1_000;

    private static final int LONGEST_NAME = 100;

    /// Reads the options `--sweep`; the last one changes fastest.
    ///
    /// @param options each `key=value,value`; a comma in parentheses belongs to its value
    /// @param taken settings that other options of the command give, `key=value`
    /// @throws UsageException when one is not such, a key or a value comes twice, or there are too
    ///   many combinations
    static Sweep of(List<String> options, List<String> taken) {
        List<List<String>> combinations = List.of(List.of());
        Set<String> keys = new HashSet<>();
        taken.forEach(setting -> keys.add(setting.substring(0, setting.indexOf('='))));
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                throw new UsageException(
                        "--sweep must be key=value,value as in learner.half-life=500,1000, was "
                                + option);
            }
            String key = option.substring(0, equals).strip();
            if (!keys.add(key)) {
                throw new UsageException("--sweep must give " + key + " alone and once");
            }
            combinations =
                    extended(combinations, key, values(option.substring(equals + 1), option));
        }
        return new Sweep(combinations);
    }

    private static List<List<String>> extended(
            List<List<String>> combinations, String key, List<String> values) {
        if ((long) combinations.size() * values.size() > MOST) {
            throw new UsageException(
                    "--sweep must make at most %,d combinations, made %,d"
                            .formatted(MOST, (long) combinations.size() * values.size()));
        }
        List<List<String>> extended = new ArrayList<>();
        for (List<String> combination : combinations) {
            for (String value : values) {
                List<String> longer = new ArrayList<>(combination);
                longer.add(key + '=' + value);
                extended.add(List.copyOf(longer));
            }
        }
        return extended;
    }

    private static List<String> values(String text, String option) {
        List<String> values = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (i == text.length() || (c == ',' && depth == 0)) {
                values.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        if (values.contains("") || new HashSet<>(values).size() < values.size()) {
            throw new UsageException(
                    "--sweep must give values that are not empty and each once, was " + option);
        }
        return values;
    }

    /// @param number of the combination, from 0
    /// @return what its folder is called: the number from 1, and its settings
    String name(int number) {
        String width = Integer.toString(combinations.size());
        String settings =
                String.join(",", combinations.get(number)).replaceAll("[^A-Za-z0-9._=,()-]", "_");
        return String.format(Locale.ROOT, "%0" + width.length() + "d-", number + 1)
                + settings.substring(0, Math.min(settings.length(), LONGEST_NAME));
    }
}
