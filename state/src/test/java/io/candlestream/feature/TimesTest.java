package io.candlestream.feature;

import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.seed.Seeded;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class TimesTest {

    private static final double TURN = 2 * Math.PI;

    @Seeded(runs = 200)
    void sinesAndCosinesAreThoseOfTheCivilTime(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 50; i++) {
            LocalDateTime time =
                    LocalDateTime.ofEpochSecond(
                            60 * random.nextLong(-60_000_000, 120_000_000), 0, ZoneOffset.UTC);

            assertCycle("hour", time, time.getHour() / 24.0);
            assertCycle("minute_of_day", time, (60 * time.getHour() + time.getMinute()) / 1440.0);
            assertCycle("weekday", time, (time.getDayOfWeek().getValue() - 1) / 7.0);
            assertCycle("month", time, (time.getMonthValue() - 1) / 12.0);
            assertCycle(
                    "day_of_month",
                    time,
                    (time.getDayOfMonth() - 1.0) / time.toLocalDate().lengthOfMonth());
        }
    }

    @Test
    void everyDayOfFourCenturiesIsThatOfTheCivilCalendar() {
        LocalDateTime day = LocalDateTime.of(1899, 12, 31, 23, 59);
        for (int i = 0; i < 146_100; i++) {
            double time = 1000.0 * day.toEpochSecond(ZoneOffset.UTC);
            assertThat(UtcTime.month(time)).isEqualTo(day.getMonthValue() - 1);
            assertThat(UtcTime.dayOfMonth(time)).isEqualTo(day.getDayOfMonth() - 1);
            assertThat(UtcTime.daysOfMonth(time)).isEqualTo(day.toLocalDate().lengthOfMonth());
            assertThat(UtcTime.weekday(time)).isEqualTo(day.getDayOfWeek().getValue() - 1);
            day = day.plusDays(1);
        }
    }

    @Test
    void quartersOfATurnAreExact() {
        assertThat(at("2024-05-06T06:00", "hour", "sin")).isEqualTo(1);
        assertThat(at("2024-05-06T06:00", "hour", "cos")).isZero();
        assertThat(at("2024-05-06T12:00", "hour", "sin")).isEqualTo(0.0);
        assertThat(at("2024-05-06T12:00", "hour", "cos")).isEqualTo(-1);
        assertThat(at("2024-05-06T18:00", "minute_of_day", "sin")).isEqualTo(-1);
        assertThat(at("2024-05-06T18:00", "minute_of_day", "cos")).isEqualTo(0.0);
        assertThat(at("2024-01-31T00:00", "month", "cos")).isEqualTo(1);
        assertThat(at("2024-02-29T00:00", "day_of_month", "sin"))
                .isCloseTo(Math.sin(TURN * 28 / 29), within(1e-15));
    }

    @Test
    void sessionsBeginWithTheirFirstHourAndEndBeforeTheirLast() {
        assertSessions("2024-05-06T00:00", 1, 0, 0);
        assertSessions("2024-05-06T07:59", 1, 0, 0);
        assertSessions("2024-05-06T08:00", 1, 1, 0);
        assertSessions("2024-05-06T09:00", 0, 1, 0);
        assertSessions("2024-05-06T12:59", 0, 1, 0);
        assertSessions("2024-05-06T13:00", 0, 1, 1);
        assertSessions("2024-05-06T17:00", 0, 0, 1);
        assertSessions("2024-05-06T21:59", 0, 0, 1);
        assertSessions("2024-05-06T22:00", 0, 0, 0);
    }

    @Test
    void weekendIsSaturdayAndSunday() {
        LocalDateTime day = LocalDateTime.of(1969, 12, 20, 0, 0);
        for (int i = 0; i < 50; i++, day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            assertThat(at(day.toString(), "is_weekend", "")).isEqualTo(weekend ? 1 : 0);
        }
    }

    private void assertCycle(String name, LocalDateTime time, double share) {
        assertThat(at(time.toString(), name, "sin"))
                .as("%s at %s", name, time)
                .isCloseTo(Math.sin(TURN * share), within(1e-14));
        assertThat(at(time.toString(), name, "cos"))
                .as("%s at %s", name, time)
                .isCloseTo(Math.cos(TURN * share), within(1e-14));
    }

    private void assertSessions(String time, int asia, int europe, int america) {
        assertThat(at(time, "session", "asia")).as("asia at %s", time).isEqualTo(asia);
        assertThat(at(time, "session", "europe")).as("europe at %s", time).isEqualTo(europe);
        assertThat(at(time, "session", "america")).as("america at %s", time).isEqualTo(america);
    }

    private double at(String time, String name, String output) {
        Series series = new Series(new Instrument("test", "TIMES"), Interval.ONE_MINUTE);
        long openTimeMs = 1000 * LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
        Candle candle = new Candle(series, openTimeMs, 1, 1, 1, 1, 0);
        String expression = output.isEmpty() ? name : name + "." + output;
        return computed(expression, List.of(candle))[0];
    }
}
