package io.candlestream.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsAYearTest {

    @ParameterizedTest
    @CsvSource({
        "always_open, 1m, 1440, 525600",
        "always_open, 1h, 24, 8760",
        "always_open, 1d, 1, 365",
        // A foreign exchange week has 117 hours and, with Friday, five days.
        "weekdays, 1h, 23, 6100.714285714286",
        "weekdays, 1d, 1, 260.7142857142857",
        "sessions, 1d, 1, 252",
        // Seven hours in which one opened, the last of them half.
        "sessions, 1h, 7, 1764",
        "sessions, 1m, 390, 98280",
    })
    void areThoseOfTheCalendar(
            String calendar, String interval, double candlesADay, double expected) {
        assertThat(PeriodsAYear.of(Interval.parse(interval), Calendar.parse(calendar), candlesADay))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"always_open", "weekdays", "sessions"})
    void ofAWeekThereAreAsManyAsFitInAYear(String calendar) {
        assertThat(PeriodsAYear.of(Interval.parse("1w"), Calendar.parse(calendar), 1))
                .isEqualTo(365 / 7.0);
    }
}
