package io.candlestream.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.seed.Seeded;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CalendarTest {

    @ParameterizedTest
    @CsvSource({
        "ALWAYS_OPEN, 1h, 2026-02-06T20:00:00Z, 2026-02-06T21:00:00Z, 0",
        "ALWAYS_OPEN, 1h, 2026-02-06T20:00:00Z, 2026-02-08T20:00:00Z, 47",
        "WEEKDAYS,    1h, 2026-02-06T20:00:00Z, 2026-02-08T23:00:00Z, 0",
        "WEEKDAYS,    1h, 2026-02-06T22:00:00Z, 2026-02-09T00:00:00Z, 0",
        "WEEKDAYS,    1h, 2026-02-06T18:00:00Z, 2026-02-09T02:00:00Z, 4",
        "WEEKDAYS,    1h, 2026-02-03T03:00:00Z, 2026-02-03T06:00:00Z, 2",
        "WEEKDAYS,    1d, 2026-02-06T00:00:00Z, 2026-02-09T00:00:00Z, 0",
        "WEEKDAYS,    1d, 2026-02-05T00:00:00Z, 2026-02-10T00:00:00Z, 2",
        "SESSIONS,    1d, 2026-02-06T00:00:00Z, 2026-02-17T00:00:00Z, 0",
        "SESSIONS,    5m, 2026-02-06T14:30:00Z, 2026-02-06T14:45:00Z, 2",
        "SESSIONS,    5m, 2026-02-06T20:55:00Z, 2026-02-09T14:30:00Z, 0"
    })
    void countsOnlyWhatIsExpected(
            Calendar calendar, String interval, Instant last, Instant open, long missing) {
        assertThat(
                        calendar.missing(
                                Interval.parse(interval), last.toEpochMilli(), open.toEpochMilli()))
                .isEqualTo(missing);
    }

    @Seeded(runs = 200)
    void weekdaysEqualCountingEverySlot(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Interval interval =
                Interval.parse(
                        List.of("5m", "15m", "1h", "4h", "12h", "1d").get(random.nextInt(6)));
        long step = interval.durationMs();
        long last = random.nextLong(0, 2_000_000_000_000L / step) * step;
        long open = last + step * random.nextLong(1, 3_000);

        long counted = 0;
        for (long slot = last + step; slot < open; slot += step) {
            counted += isExpectedOnWeekdays(slot) ? 1 : 0;
        }

        assertThat(Calendar.WEEKDAYS.missing(interval, last, open)).isEqualTo(counted);
    }

    @ParameterizedTest
    @EnumSource
    void isReadAsItIsWritten(Calendar calendar) {
        assertThat(Calendar.parse(calendar.toString())).isEqualTo(calendar);
    }

    @Test
    void anUnknownNameIsRefusedInWords() {
        assertThatThrownBy(() -> Calendar.parse("nyse"))
                .hasMessage("calendar must be always_open, weekdays or sessions, was \"nyse\"");
    }

    private static boolean isExpectedOnWeekdays(long openTimeMs) {
        ZonedDateTime open = Instant.ofEpochMilli(openTimeMs).atZone(ZoneOffset.UTC);
        return switch (open.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> false;
            case FRIDAY -> open.getHour() < 21;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY -> true;
        };
    }
}
