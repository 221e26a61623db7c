package io.candlestream.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which calendar an instrument keeps, keys `calendars.*`.
///
/// A pattern is the written form of instruments, `venue:SYMBOL`, in which `*` stands for any
/// characters or none. The first pattern that matches decides.
///
/// @param byPattern `always_open`, `weekdays` or `sessions` by pattern; unmodifiable, in the order
///   in which patterns are tried
public record CalendarSettings(@JsonValue SequencedMap<String, String> byPattern) {

    /// The calendar of an instrument that no pattern matches.
    public static final String OTHERWISE = "always_open";

    private static final List<String> CALENDARS = List.of(OTHERWISE, "weekdays", "sessions");

    /// Checks every calendar.
    ///
    /// @throws SettingsException when there is no such calendar
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CalendarSettings {
        byPattern.forEach((pattern, calendar) ->
                Range.checkWord("calendars." + pattern, calendar, CALENDARS));
        byPattern = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byPattern));
    }

    /// The calendar of an instrument.
    ///
    /// @param instrument its written form, as in `nasdaq:AAPL`
    /// @return `always_open`, `weekdays` or `sessions`
    public String of(String instrument) {
        return byPattern.entrySet().stream()
                .filter(entry -> matches(entry.getKey(), instrument))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHERWISE);
    }

    private static boolean matches(String pattern, String instrument) {
        String regex =
                pattern.chars()
                        .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining());
        return Pattern.matches(regex, instrument);
    }
}
