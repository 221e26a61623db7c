package io.candlestream.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {

    private static final Instrument COIN = new Instrument("test", "COIN");
    private static final Instrument METAL = new Instrument("test", "METAL");
    private static final Series SERIES = new Series(COIN, Interval.ONE_MINUTE);

    @TempDir private Path folder;

    private Positions positions(Set<Instrument> instruments, String content) {
        try {
            Path file = Files.writeString(folder.resolve("p.csv"), content);
            return new Positions(file, SERIES, instruments);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void read(String content) {
        try (Positions positions = positions(Set.of(COIN), content)) {
            positions.finish();
        }
    }

    @Nested
    class ATarget {

        @Test
        void isFlatBeforeTheFirstRowAndHoldsUntilTheNext() {
            try (Positions positions =
                    positions(Set.of(COIN), "open_time,target\n60000,0.5\n240000,-1\n")) {
                assertThat(positions.targetAt(0)).isZero();
                assertThat(positions.targetAt(60_000)).isEqualTo(0.5);
                assertThat(positions.targetAt(120_000)).isEqualTo(0.5);
                assertThat(positions.targetAt(180_000)).isEqualTo(0.5);
                assertThat(positions.targetAt(240_000)).isEqualTo(-1);
                assertThat(positions.targetAt(300_000)).isEqualTo(-1);
                positions.finish();
                assertThat(positions.rowCount()).isEqualTo(2);
                assertThat(positions.candlelessCount()).isZero();
            }
        }

        @Test
        void ofACandleThatDidNotComeHoldsFromTheNext() {
            try (Positions positions =
                    positions(Set.of(COIN), "open_time,target\n60000,1\n120000,0\n180000,1\n")) {
                assertThat(positions.targetAt(120_000)).isZero();
                positions.finish();
                assertThat(positions.candlelessCount()).isEqualTo(2);
            }
        }

        @Test
        void isThatOfTheInstrumentWhereThereAreSeveral() {
            try (Positions positions =
                    positions(
                            Set.of(COIN, METAL),
                            """
                            open_time,instrument,target,note
                            60000,test:METAL,1,first
                            60000,test:COIN,0.25,
                            0,test:METAL,1,not ours to judge
                            """)) {
                assertThat(positions.targetAt(60_000)).isEqualTo(0.25);
                positions.finish();
                assertThat(positions.rowCount()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NaN            | target must be from -1 to 1, was "NaN"
                    1.5            | target must be from -1 to 1, was "1.5"
                    -Infinity      | target must be from -1 to 1, was "-Infinity"
                    long           | target must be from -1 to 1, was "long"
                    ''             | target must be from -1 to 1, was ""
                    1,2            | row must have 2 fields like the header, had 3
                    """)
    void aTargetThatIsNoneIsRefusedWithItsLine(String target, String reason) {
        assertThatThrownBy(() -> read("open_time,target\n60000,1\n120000," + target + "\n"))
                .isInstanceOf(BacktestException.class)
                .hasMessage(folder.resolve("p.csv") + ", line 3: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    60000                | open_time must be after 60000, was 60000
                    0                    | open_time must be after 60000, was 0
                    120001               | open_time must be a multiple of 1m, was 120001
                    2024-01-01T00:00:00Z | open_time must be UTC epoch milliseconds, was "2024-01-01T00:00:00Z"
                    """)
    void aTimeThatIsNoneIsRefusedWithItsLine(String time, String reason) {
        assertThatThrownBy(() -> read("open_time,target\n60000,1\n" + time + ",1\n"))
                .isInstanceOf(BacktestException.class)
                .hasMessage(folder.resolve("p.csv") + ", line 3: " + reason);
    }

    @Test
    void anInstrumentWithoutCandlesIsRefusedWithItsLine() {
        assertThatThrownBy(() ->
                        read("open_time,target,instrument\n60000,1,test:COIN\n0,1,test:CON\n"))
                .hasMessage(
                        folder.resolve("p.csv")
                                + ", line 3: instrument must be one that there are candles of, was"
                                + " \"test:CON\"; did you mean test:COIN?");
    }

    @Test
    void aFileWithoutItsColumnsIsRefused() {
        assertThatThrownBy(() -> read("time,target\n60000,1\n"))
                .hasMessageEndingWith("p.csv: must have the column open_time, has time,target");
        assertThatThrownBy(() -> read(""))
                .hasMessageEndingWith("p.csv: must have a header, is empty");
    }
}
