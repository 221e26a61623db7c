package io.candlestream.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "1s,1000",
        "90s,90000",
        "1m,60000",
        "15m,900000",
        "4h,14400000",
        "1d,86400000",
        "1w,604800000"
    })
    void isReadFromANumberAndAUnit(String text, long durationMs) {
        assertThat(Interval.parse(text).durationMs()).isEqualTo(durationMs);
    }

    @ParameterizedTest
    @CsvSource({"60s,1m", "60m,1h", "24h,1d", "7d,1w", "90s,90s"})
    void isWrittenInTheLargestUnitThatFits(String text, String canonical) {
        assertThat(Interval.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "m", "0m", "-1m", "1.5m", "1", "1M", "1y", "01m", "9999999h", "1 m"})
    void textThatIsNoIntervalIsRefusedInWords(String text) {
        assertThatThrownBy(() -> Interval.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("interval must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7m", "7h", "2d", "2w", "86401s"})
    void lengthsThatDoNotDivideADayHaveNoGrid(String text) {
        assertThatThrownBy(() -> Interval.parse(text)).hasMessageContaining("divide a day");
    }

    @Test
    void theGridStartsAtMidnightUtc() {
        long midnight = Instant.parse("2026-02-03T00:00:00Z").toEpochMilli();

        assertThat(Interval.ONE_DAY.isOnGrid(midnight)).isTrue();
        assertThat(Interval.ONE_DAY.isOnGrid(midnight + 1)).isFalse();
        assertThat(Interval.parse("4h").isOnGrid(midnight + 4 * 3_600_000L)).isTrue();
        assertThat(Interval.parse("4h").isOnGrid(midnight + 3_600_000L)).isFalse();
    }

    @Test
    void weeksOpenOnMonday() {
        Interval week = Interval.parse("1w");

        assertThat(week.isOnGrid(Instant.parse("2026-02-02T00:00:00Z").toEpochMilli())).isTrue();
        assertThat(week.isOnGrid(Instant.parse("2026-02-01T00:00:00Z").toEpochMilli())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1h,2026-02-03T10:59:59.999Z,2026-02-03T10:00:00Z",
        "1h,2026-02-03T11:00:00Z,2026-02-03T11:00:00Z",
        "1d,2026-02-03T10:59:59Z,2026-02-03T00:00:00Z",
        "1w,2026-02-08T23:59:59Z,2026-02-02T00:00:00Z",
        "1w,1969-12-31T00:00:00Z,1969-12-29T00:00:00Z"
    })
    void everyTimeFallsIntoOneCandle(String interval, Instant time, Instant open) {
        assertThat(Interval.parse(interval).openTimeMsAt(time.toEpochMilli()))
                .isEqualTo(open.toEpochMilli());
    }

    @ParameterizedTest
    @CsvSource({
        "1m,1h,true",
        "1m,1m,true",
        "45m,90m,true",
        "45m,1h,false",
        "1h,1m,false",
        "1d,1w,true"
    })
    void dividesThoseThatAreAWholeNumberOfIt(String one, String other, boolean divides) {
        assertThat(Interval.parse(one).divides(Interval.parse(other))).isEqualTo(divides);
    }
}
