package io.candlestream.history;

import static io.candlestream.history.CandleFiles.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CandleFileTest {

    @TempDir private Path folder;

    @Nested
    class TheInstrument {

        @ParameterizedTest
        @CsvSource({
            "BTCUSDT-1h.csv.gz, file:BTCUSDT",
            "XBTUSD.csv, file:XBTUSD",
            "BTC_USD, file:BTC_USD",
            "A.B-C.csv, file:A"
        })
        void isToldByTheName(String name, String instrument) {
            assertThat(infer(name, SeriesOptions.inferred())).hasToString(instrument + "@1m");
        }

        @ParameterizedTest
        @CsvSource({"my data.csv", ".csv", "-1m.csv", "Zürich.csv"})
        void mustBeNamedWhereTheNameIsNoSymbol(String name) {
            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() -> infer(name, SeriesOptions.inferred()))
                    .withMessageContaining("name it with --instrument venue:SYMBOL");
        }

        @Test
        void isWhatTheUserSays() {
            SeriesOptions options =
                    SeriesOptions.inferred().withInstrument(Instrument.parse("binance:BTCUSDT"));

            assertThat(infer("my data.csv", options)).hasToString("binance:BTCUSDT@1m");
        }

        private String infer(String name, SeriesOptions options) {
            Path path = folder.resolve(name);
            CandleFiles.write(path, HEADER + CandleFiles.rows(3));
            return CandleFile.of(path, options).series().toString();
        }
    }

    @Nested
    class TheInterval {

        @Test
        void isTheMostFrequentStep() {
            assertThat(infer(0, 300, 360, 660, 960)).isEqualTo(Interval.FIVE_MINUTES);
        }

        @Test
        void isTheSmallerOfEquallyFrequentSteps() {
            assertThat(infer(0, 300, 360)).isEqualTo(Interval.ONE_MINUTE);
        }

        @Test
        void isToldOfAFileWithItsNewestCandleFirst() {
            assertThat(infer(960, 660, 360, 300, 0)).isEqualTo(Interval.FIVE_MINUTES);
        }

        @Test
        void isNotToldByCandlesBehindTheFirstThousand() {
            long[] minutesThenHours =
                    LongStream.range(0, 5_000)
                            .map(i -> i < 1_000 ? 60 * i : 60_000 + 3_600 * (i - 1_000))
                            .toArray();

            assertThat(infer(minutesThenHours)).isEqualTo(Interval.ONE_MINUTE);
        }

        @Test
        void mustBeNamedWhereNoCandleFollowsAnother() {
            assertAsksForInterval("no two candles follow each other");
            assertAsksForInterval("no two candles follow each other", 60);
            assertAsksForInterval("no two candles follow each other", 60, 60);
        }

        @Test
        void mustBeNamedWhereTheStepIsNone() {
            assertAsksForInterval("interval must be whole seconds that divide a day", 0, 7, 14);
        }

        @Test
        void isWhatTheUserSays() {
            Path path = write(0, 7, 14);
            SeriesOptions options = SeriesOptions.inferred().withInterval(Interval.ONE_HOUR);

            assertThat(CandleFile.of(path, options).series().interval())
                    .isEqualTo(Interval.ONE_HOUR);
        }

        private void assertAsksForInterval(String reason, long... openTimes) {
            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() -> infer(openTimes))
                    .withMessageContaining(reason)
                    .withMessageContaining("--interval");
        }

        private Interval infer(long... openTimes) {
            Path path = write(openTimes);
            return CandleFile.of(path, SeriesOptions.inferred()).series().interval();
        }

        private Path write(long... openTimes) {
            String rows =
                    LongStream.of(openTimes)
                            .mapToObj(seconds -> 1_000 * seconds + ",1,1,1,1,1\n")
                            .collect(Collectors.joining());
            return CandleFiles.write(folder.resolve("X.csv"), HEADER + rows);
        }
    }
}
