package io.candlestream.history;

import static io.candlestream.history.CandleFiles.HEADER;
import static io.candlestream.history.CandleFiles.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candlestream.candle.Candle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CandleReaderTest {

    private static final String ROW = "1483228800000,968.29,968.76,968.49,968.7,12993\n";
    private static final Candle CANDLE =
            new Candle(MINUTES, 1_483_228_800_000L, 968.29, 968.76, 968.49, 968.7, 12_993);

    @TempDir private Path folder;
    private final List<BadRow> badRows = new ArrayList<>();

    @Nested
    class Candles {

        @Test
        void comeInTheOrderOfTheFileWithTheirLines() {
            CandleFile file = CandleFiles.of(folder, HEADER + CandleFiles.rows(3));

            try (CandleReader reader = file.open(badRows::add)) {
                for (int i = 0; i < 3; i++) {
                    assertThat(reader.next())
                            .extracting(Candle::openTimeMs)
                            .isEqualTo(1_483_228_800_000L + i * 60_000L);
                    assertThat(reader.line()).isEqualTo(i + 2);
                }
                assertThat(reader.next()).isNull();
                assertThat(reader.next()).isNull();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "open_time,open,high,low,close,volume",
                    "Open_Time, OPEN ,High,low,close,Base_Volume",
                    "\"open_time\",\"open\",\"high\",\"low\",\"close\",\"volume\"",
                    "\uFEFFopen_time,open,high,low,close,volume"
                })
        void needAHeaderInAnyCase(String header) {
            assertThat(read(header + "\n" + ROW)).containsExactly(CANDLE);
        }

        @Test
        void mayHaveTheirColumnsInAnyOrderAmongOthers() {
            String text =
                    """
                    symbol,volume,close,low,high,open,trades,open_time
                    "Bit, coin",12993,968.7,968.49,968.76,968.29,7,1483228800000
                    """;

            assertThat(read(text)).containsExactly(CANDLE);
            assertThat(badRows).isEmpty();
        }

        @Test
        void haveTheBaseVolumeWhereBothVolumesAreThere() {
            String text =
                    """
                    open_time,open,high,low,close,volume,base_volume
                    1483228800000,968.29,968.76,968.49,968.7,1,12993
                    """;

            assertThat(read(text)).containsExactly(CANDLE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n\n"})
        void mayHaveLinesOfEveryKind(String lineEnd) {
            String text = (HEADER + ROW + ROW).replace("\n", lineEnd);

            assertThat(read(text)).containsExactly(CANDLE, CANDLE);
        }

        @Test
        void mayEndWithoutALineEnd() {
            assertThat(read(HEADER + ROW.strip())).containsExactly(CANDLE);
        }

        @Test
        void areNoneInAFileOfOnlyAHeader() {
            assertThat(read(HEADER)).isEmpty();
        }

        @Test
        void comeOutOfGzipWhateverItsName() {
            assertThat(read(CandleFiles.gzip(HEADER + ROW))).containsExactly(CANDLE);
        }

        @Test
        void comeOutOfGzipFilesPutTogether() {
            byte[] first = CandleFiles.gzip(HEADER + ROW);
            byte[] second = CandleFiles.gzip(ROW);
            byte[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);

            assertThat(read(both)).containsExactly(CANDLE, CANDLE);
        }
    }

    @Nested
    class BadRows {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "x,1,1,1,1,1|time must be a number since the epoch or ISO-8601, 1970 to 9999, was \"x\"",
                    "-1,1,1,1,1,1|time must be a number since the epoch or ISO-8601, 1970 to 9999, was \"-1\"",
                    "2017-02-30,1,1,1,1,1|time must be a number since the epoch or ISO-8601, 1970 to"
                            + " 9999, was \"2017-02-30\"",
                    "0,NaN,1,1,1,1|open must be a finite decimal number, was \"NaN\"",
                    "0,1,Infinity,1,1,1|high must be a finite decimal number, was \"Infinity\"",
                    "0,1,1,0x1p3,1,1|low must be a finite decimal number, was \"0x1p3\"",
                    "0,1,1,1,,1|close must be a finite decimal number, was \"\"",
                    "0,1,1,1,1,1e999|volume must be a finite decimal number, was \"1e999\"",
                    "0,1,1,1,1|row must have 6 fields like the header, had 5",
                    "0,1,1,1,1,1,1|row must have 6 fields like the header, had 7",
                    "null,null,null,null,null,null|time must be a number since the epoch or ISO-8601,"
                            + " 1970 to 9999, was \"null\"",
                    "0,\"1,1,1,1,1|every quote must be closed in its row, one was not"
                })
        void sayTheirLineReasonAndText(String row, String reason) {
            String text = HEADER + ROW + row + "\n" + ROW;

            assertThat(read(text)).containsExactly(CANDLE, CANDLE);
            assertThat(badRows)
                    .singleElement()
                    .satisfies(badRow -> {
                        assertThat(badRow.line()).isEqualTo(3);
                        assertThat(badRow.reason()).isEqualTo(reason);
                        assertThat(badRow.text()).isEqualTo(row);
                    });
        }

        @Test
        void areCounted() {
            CandleFile file = CandleFiles.of(folder, HEADER + "a\n" + ROW + "b\n");

            try (CandleReader reader = file.open(badRows::add)) {
                assertThat(reader.next()).isEqualTo(CANDLE);
                assertThat(reader.badRowCount()).isEqualTo(1);
                assertThat(reader.next()).isNull();
                assertThat(reader.badRowCount()).isEqualTo(2);
            }
        }

        @Test
        void areShownShortAndPrintable() {
            assertThat(read(HEADER + "\u0000\u0007é" + "x".repeat(500) + "\n" + ROW)).hasSize(1);
            assertThat(badRows.getFirst().text())
                    .startsWith("..éxxx")
                    .endsWith("x...")
                    .hasSizeLessThan(170);
        }

        @Test
        void areLinesLongerThanAnyRow() {
            String text = HEADER + ROW + "1,".repeat(100_000) + "\n" + ROW;

            assertThat(read(text)).containsExactly(CANDLE, CANDLE);
            assertThat(badRows)
                    .singleElement()
                    .extracting(BadRow::reason)
                    .isEqualTo("row must have at most 65536 characters, had more");
        }
    }

    @Nested
    class UnreadableFiles {

        @Test
        void areThoseThatDoNotExist() {
            assertUnreadable(
                    new CandleFile(folder.resolve("none.csv"), MINUTES), 0, "does not exist");
        }

        @Test
        void areFolders() {
            assertUnreadable(new CandleFile(folder, MINUTES), 0, "must be a regular file");
        }

        @Test
        void areEmpty() {
            assertUnreadable(CandleFiles.of(folder, ""), 0, "is empty");
            assertUnreadable(CandleFiles.of(folder, "\n\n\n"), 0, "is empty");
            assertUnreadable(CandleFiles.of(folder, CandleFiles.gzip("")), 0, "is empty");
        }

        @Test
        void lackAColumn() {
            assertUnreadable(
                    CandleFiles.of(folder, "https://example.org\ntime,open\n"),
                    2,
                    "missing high, low, close, volume, was \"time,open\"");
            assertUnreadable(
                    CandleFiles.of(folder, "\n\nopen_time,open,high,low,volume\n"),
                    3,
                    "missing close, was \"open_time,open,high,low,volume\"");
        }

        @Test
        void nameAColumnTwice() {
            assertUnreadable(
                    CandleFiles.of(folder, "open_time,open,high,low,close,close,volume\n"),
                    1,
                    "header must name close only once");
        }

        @Test
        void haveAnEndlessField() {
            assertUnreadable(CandleFiles.of(folder, "x".repeat(200_000)), 1, "no CSV");
            assertUnreadable(
                    CandleFiles.of(folder, HEADER + ROW + "1".repeat(200_000)), 3, "no CSV");
        }

        @Test
        void areCutOffAfterTheCandlesBefore() {
            byte[] whole = CandleFiles.gzip(HEADER + CandleFiles.rows(20_000));
            CandleFile file = CandleFiles.of(folder, Arrays.copyOf(whole, whole.length / 2));

            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() -> CandleFiles.readAll(file, badRows))
                    .withMessageContaining("ends in the middle of packed data; fetch it again")
                    .satisfies(e -> assertThat(e.line()).isGreaterThan(1_000));
            assertThat(badRows).isEmpty();
        }

        @Test
        void haveBrokenGzipData() {
            byte[] bytes = CandleFiles.gzip(HEADER + CandleFiles.rows(20_000));
            Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 50, (byte) 0x55);

            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() -> CandleFiles.readAll(CandleFiles.of(folder, bytes), badRows))
                    .withMessageContaining("packed data");
        }

        @Test
        void areGzipWithoutAnEnd() throws IOException {
            Path bomb = folder.resolve("bomb.csv.gz");
            byte[] blank = "1".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
                out.write(HEADER.getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 100; i++) {
                    out.write(blank);
                }
            }

            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() -> CandleFiles.readAll(new CandleFile(bomb, MINUTES), badRows))
                    .withMessageContaining("line 2");
        }

        private void assertUnreadable(CandleFile file, long line, String reason) {
            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() -> CandleFiles.readAll(file, badRows))
                    .withMessageStartingWith(file.path().toString())
                    .satisfies(e -> {
                        assertThat(e.file()).isEqualTo(file.path());
                        assertThat(e.line()).isEqualTo(line);
                        assertThat(e.reason()).contains(reason);
                    });
        }
    }

    private List<Candle> read(String text) {
        return CandleFiles.readAll(CandleFiles.of(folder, text), badRows);
    }

    private List<Candle> read(byte[] bytes) {
        return CandleFiles.readAll(CandleFiles.of(folder, bytes), badRows);
    }
}
