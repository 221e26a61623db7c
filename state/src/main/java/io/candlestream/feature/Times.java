package io.candlestream.feature;

import io.candlestream.indicator.Formula;
import io.candlestream.indicator.Node;
import java.util.List;

/// Where in the day, week, month and year a candle opens. All times are UTC.
///
/// What comes round is told by the sine and cosine of its share of the turn: the last hour of a day
/// is as near to the first as any two neighbours are.
final class Times {

    private static final int HOUR = 60;
    private static final int SATURDAY = 5;
    private static final int SHORTEST_MONTH = 28;

    private static final Turn MINUTES = new Turn(24 * HOUR);
    private static final Turn HOURS = new Turn(24);
    private static final Turn DAYS = new Turn(7);
    private static final Turn MONTHS = new Turn(12);
    private static final List<Turn> DAYS_OF_MONTH =
            List.of(new Turn(SHORTEST_MONTH), new Turn(29), new Turn(30), new Turn(31));

    private Times() {}

    static List<Definition> definitions() {
        return List.of(
                cycle(
                        "minute_of_day",
                        "Where the minute of the open lies in the day; 00:00 has sine 0, cosine 1.",
                        "minutes since midnight / 1440",
                        UtcTime::minuteOfDay,
                        _ -> MINUTES),
                cycle(
                        "hour",
                        "Where the hour of the open lies in the day; hour 0 has sine 0, cosine 1.",
                        "hour / 24",
                        Times::hour,
                        _ -> HOURS),
                cycle(
                        "weekday",
                        "Where the day of the open lies in the week; Monday has sine 0, cosine 1.",
                        "days since Monday / 7",
                        UtcTime::weekday,
                        _ -> DAYS),
                cycle(
                        "day_of_month",
                        "Where the day of the open lies in its month; the 1st has sine 0, cosine 1.",
                        "(day - 1) / days of the month",
                        UtcTime::dayOfMonth,
                        time -> DAYS_OF_MONTH.get(UtcTime.daysOfMonth(time) - SHORTEST_MONTH)),
                cycle(
                        "month",
                        "Where the month of the open lies in the year; January has sine 0, cosine 1.",
                        "(month - 1) / 12",
                        UtcTime::month,
                        _ -> MONTHS),
                session(),
                isWeekend());
    }

    /// A whole number that follows from an open time.
    @FunctionalInterface
    private interface Reading {

        int of(double openTime);
    }

    /// The turn in which that number has its place.
    @FunctionalInterface
    private interface Cycle {

        Turn of(double openTime);
    }

    private static Definition cycle(
            String name, String summary, String share, Reading place, Cycle turn) {
        return new Definition(
                name,
                Category.TIME,
                summary,
                "sin(2 pi share), cos(2 pi share)          share = " + share,
                "candlestream",
                List.of(),
                List.of("sin", "cos"),
                (graph, _, output) ->
                        ofOpenTime(
                                graph,
                                name + '.' + output,
                                switch (output) {
                                    case "sin" -> time -> turn.of(time).sine(place.of(time));
                                    case "cos" -> time -> turn.of(time).cosine(place.of(time));
                                    default -> throw unknown(output);
                                }));
    }

    private static Definition session() {
        return new Definition(
                "session",
                Category.TIME,
                "1 when the candle opens in the trading hours of Tokyo, London or New York, any day,"
                        + " else 0.",
                """
                asia    00:00 <= open < 09:00 UTC          Tokyo 09:00 to 18:00
                europe  08:00 <= open < 17:00 UTC          London 08:00 to 17:00 in winter
                america 13:00 <= open < 22:00 UTC          New York 08:00 to 17:00 in winter\
                """,
                "hours of the foreign exchange market, without daylight saving",
                List.of(),
                List.of("asia", "europe", "america"),
                (graph, _, output) ->
                        switch (output) {
                            case "asia" -> between(graph, 0, 9);
                            case "europe" -> between(graph, 8, 17);
                            case "america" -> between(graph, 13, 22);
                            default -> throw unknown(output);
                        });
    }

    private static Node between(GraphBuilder graph, int from, int to) {
        return ofOpenTime(
                graph,
                "hour from " + from + " to " + to,
                time -> hour(time) >= from && hour(time) < to ? 1 : 0);
    }

    private static Definition isWeekend() {
        return Definition.of(
                "is_weekend",
                Category.TIME,
                "1 when the candle opens on a Saturday or Sunday UTC, else 0.",
                "days since Monday >= 5",
                "candlestream",
                List.of(),
                (graph, _) ->
                        ofOpenTime(
                                graph,
                                "is_weekend",
                                time -> UtcTime.weekday(time) >= SATURDAY ? 1 : 0));
    }

    private static int hour(double openTime) {
        return UtcTime.minuteOfDay(openTime) / HOUR;
    }

    private static Node ofOpenTime(GraphBuilder graph, String kind, Formula.OfOne formula) {
        return graph.derived(kind, formula, graph.openTime());
    }

    private static IllegalArgumentException unknown(String output) {
        return new IllegalArgumentException("there is no output called " + output);
    }
}
