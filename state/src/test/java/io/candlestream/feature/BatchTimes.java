package io.candlestream.feature;

import static io.candlestream.feature.BatchDefinition.exact;
import static io.candlestream.feature.BatchDefinition.within;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Plain definitions of where in the day, week, month and year a candle opens.
final class BatchTimes {

    private BatchTimes() {}

    static List<BatchDefinition> definitions() {
        List<BatchDefinition> all = new ArrayList<>();
        all.addAll(cycle("minute_of_day", t -> (60 * t.getHour() + t.getMinute()) / 1440.0));
        all.addAll(cycle("hour", t -> t.getHour() / 24.0));
        all.addAll(cycle("weekday", t -> (t.getDayOfWeek().getValue() - 1) / 7.0));
        all.addAll(
                cycle(
                        "day_of_month",
                        t -> (t.getDayOfMonth() - 1.0) / t.toLocalDate().lengthOfMonth()));
        all.addAll(cycle("month", t -> (t.getMonthValue() - 1) / 12.0));
        all.add(session("session.asia", 0, 9));
        all.add(session("session.europe", 8, 17));
        all.add(session("session.america", 13, 22));
        all.add(exact("is_weekend", c -> each(c, t -> isWeekend(t) ? 1 : 0)));
        return all;
    }

    private static List<BatchDefinition> cycle(String name, ToDoubleFunction<LocalDateTime> share) {
        return List.of(
                within(
                        1,
                        name + ".sin",
                        c -> each(c, t -> Math.sin(2 * Math.PI * share.applyAsDouble(t)))),
                within(
                        1,
                        name + ".cos",
                        c -> each(c, t -> Math.cos(2 * Math.PI * share.applyAsDouble(t)))));
    }

    private static BatchDefinition session(String text, int from, int to) {
        return exact(text, c -> each(c, t -> t.getHour() >= from && t.getHour() < to ? 1 : 0));
    }

    private static boolean isWeekend(LocalDateTime time) {
        return time.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    private static double[] each(BatchCandles candles, ToDoubleFunction<LocalDateTime> formula) {
        return candles.each(row ->
                formula.applyAsDouble(
                        LocalDateTime.ofEpochSecond(
                                Math.floorDiv(candles.openTime[row], 1000), 0, ZoneOffset.UTC)));
    }
}
