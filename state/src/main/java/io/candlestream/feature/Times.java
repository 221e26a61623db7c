package io.candlestream.feature;

import io.candlestream.indicator.Node;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Where in the day, week, month and year a candle opens. All times are UTC.
///
/// What comes round is told by the sine and cosine of its share of the turn: the last hour of a day
/// is as near to the first as any two neighbours are.
final class Times {

    private static final int HOUR = 60;
    private static final int SATURDAY = 5;

    private Times() {}

    static List<Definition> definitions() {
        return List.of(
                cycle(
                        "minute_of_day",
                        "Where the minute of the open lies in the day; 00:00 has sine 0, cosine 1.",
                        "minutes since midnight / 1440",
                        UtcTime::minuteOfDay,
                        _ -> 24 * HOUR),
                cycle(
                        "hour",
                        "Where the hour of the open lies in the day; hour 0 has sine 0, cosine 1.",
                        "hour / 24",
                        Times::hour,
                        _ -> 24),
                cycle(
                        "weekday",
                        "Where the day of the open lies in the week; Monday has sine 0, cosine 1.",
                        "days since Monday / 7",
                        UtcTime::weekday,
                        _ -> 7),
                cycle(
                        "day_of_month",
                        "Where the day of the open lies in its month; the 1st has sine 0, cosine 1.",
                        "(day - 1) / days of the month",
                        UtcTime::dayOfMonth,
                        UtcTime::daysOfMonth),
                cycle(
                        "month",
                        "Where the month of the open lies in the year; January has sine 0, cosine 1.",
                        "(month - 1) / 12",
                        UtcTime::month,
                        _ -> 12),
                session(),
                isWeekend());
    }

    /// A whole number that follows from an open time.
    @FunctionalInterface
    private interface Reading {

        int of(double openTime);
    }

    private static Definition cycle(
            String name, String summary, String share, Reading place, Reading places) {
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
                                    case "sin" -> time -> sine(4 * place.of(time), places.of(time));
                                    case "cos" ->
                                            time -> {
                                                int quarter = places.of(time);
                                                return sine(4 * place.of(time) + quarter, quarter);
                                            };
                                    default -> throw unknown(output);
                                }));
    }

    /// The sine of `place` steps, a quarter of the turn being `quarter` steps. Only angles up to
    /// the eighth are ever computed: quarters are exact, what is alike is equal, and [StrictMath]
    /// allocates for larger ones.
    private static double sine(int place, int quarter) {
        int inHalf = Math.floorMod(place, 2 * quarter);
        int steps = Math.min(inHalf, 2 * quarter - inHalf);
        double sine =
                2 * steps <= quarter
                        ? StrictMath.sin(Math.PI / 2 * steps / quarter)
                        : StrictMath.cos(Math.PI / 2 * (quarter - steps) / quarter);
        return steps == 0 || Math.floorMod(place, 4 * quarter) < 2 * quarter ? sine : -sine;
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

    private static Node ofOpenTime(GraphBuilder graph, String kind, DoubleUnaryOperator formula) {
        Node openTime = graph.openTime();
        return graph.derived(kind, () -> formula.applyAsDouble(openTime.value()), openTime);
    }

    private static IllegalArgumentException unknown(String output) {
        return new IllegalArgumentException("there is no output called " + output);
    }
}
