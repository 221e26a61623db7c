package io.candlestream.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import blue.strategic.parquet.ParquetWriter;
import io.candlestream.candle.Candle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same two candles, a minute apart, as people write them.
final class DialectsTest {

    private static final String DIGITS =
            "1483228800000,968.290,969.0,968.49,968.7,12993\n1483228860000,1.50,2,1,1.5,0.10\n";

    @TempDir private Path folder;
    private final List<BadRow> badRows = new ArrayList<>();

    @Nested
    class Csv {

        @ParameterizedTest
        @ValueSource(strings = {",", ";", "\t"})
        void hasOneOfThreeSeparators(String separator) {
            assertCanonical(
                    file(("time,open,high,low,close,volume\n" + DIGITS).replace(",", separator)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1483228800|1483228860",
                    "1483228800.0|1483228860.0",
                    "1483228800000000|1483228860000000",
                    "1483228800000000000|1483228860000000000",
                    "1483228800|1483228860000",
                    "2017-01-01|2017-01-01 00:01",
                    "2017-01-01 00:00:00|2017-01-01T00:01:00Z",
                    "2017-01-01T01:00:00+01:00|2016-12-31 23:01:00.000-0100",
                    "\"2017-01-01 00:00:00 UTC\"|2017-01-01T00:01:00.000000"
                })
        void hasItsTimesInAnyUnitOrAsDates(String times) {
            String[] two = times.split("\\|", -1);

            assertCanonical(
                    file(
                            ("Date,Open,High,Low,Close,Volume\n" + DIGITS)
                                    .replace("1483228800000", two[0])
                                    .replace("1483228860000", two[1])));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Open Time",
                    "TIMESTAMP",
                    "unix",
                    "DateTime",
                    "date",
                    "Time",
                    "open-time"
                })
        void callsItsTimeByAnyOfItsNames(String name) {
            assertCanonical(file(name + ",open,high,low,close,volume\n" + DIGITS));
        }

        @Test
        void mayBeginWithAnAddress() {
            assertCanonical(
                    file(
                            "https://www.example.org\nunix,open,high,low,close,Volume BTC\n"
                                    + DIGITS));
        }

        @Test
        void mayHaveNoHeaderWhereItIsOneOfBinancesDumps() {
            String rows = DIGITS.replace("\n", ",1483228859999,1,2,3,4,0\n");

            assertCanonical(file(rows));
        }

        @Test
        void mayHaveColumnsThatTheUserNames() {
            SeriesOptions options =
                    SeriesOptions.inferred()
                            .withColumns(
                                    ColumnNames.parse(
                                            "time=t,open=O,high=h,low=l,close=c,volume=Amount X"));

            assertCanonical(file("t,o,h,l,c,amount x\n" + DIGITS), options);
        }

        @Test
        void mayHaveNumberedColumnsAndNoHeader() {
            SeriesOptions options =
                    SeriesOptions.inferred()
                            .withColumns(
                                    ColumnNames.parse(
                                            "time=1,open=2,high=3,low=4,close=5,volume=6"));

            assertCanonical(file(DIGITS), options);
            assertCanonical(file("a,b,c,d,e,f\n" + DIGITS), options);
        }

        @Test
        void takesTheFirstOfSeveralVolumesAndSaysSo() {
            Path file =
                    file(
                            "unix,open,high,low,close,Volume BTC,Volume USD\n"
                                    + DIGITS.replace("\n", ",7\n"));

            assertCanonical(file);
            try (CandleReader reader = only(file).open(badRows::add)) {
                assertThat(reader.volumeName()).isEqualTo("volume_btc");
            }
        }

        @Test
        void isTurnedRoundWhereItsNewestCandleComesFirst() {
            String[] rows = DIGITS.split("\n", -1);

            assertCanonical(
                    file("time,open,high,low,close,volume\n" + rows[1] + "\n" + rows[0] + "\n"));
        }

        @Test
        void isTurnedRoundBeyondMemoryToo() {
            StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
            for (int i = 50_000; i > 0; i--) {
                text.append(1_483_228_800L + 60L * i).append(",1,1,1,1,").append(i).append('\n');
            }

            List<Candle> candles = CandleFiles.readAll(only(file(text.toString())), badRows);

            assertThat(candles).hasSize(50_000);
            for (int i = 0; i < candles.size(); i++) {
                assertThat(candles.get(i).baseVolume()).isEqualTo(i + 1);
            }
        }

        @Test
        void mayHoldManyInstruments() {
            List<CandleFile> files =
                    find(
                            file(
                                    """
                                    symbol,time,open,high,low,close,volume
                                    A,1483228800,1,1,1,1,1
                                    B,1483228800,2,2,2,2,2
                                    A,1483228860,1,1,1,1,1
                                    broken
                                    B,1483228860,2,2,two,2,2
                                    B,1483228920,2,2,2,2,2
                                    B,1483228980,2,2,2,2,2
                                    not a symbol,1483228800,1,1,1,1,1
                                    """));

            assertThat(files)
                    .extracting(file -> file.series().toString())
                    .containsExactly("file:A@1m", "file:B@1m");
            assertThat(CandleFiles.readAll(files.getFirst(), badRows)).hasSize(2);
            assertThat(badRows).extracting(BadRow::line).containsExactly(5L, 9L);
            assertThat(CandleFiles.readAll(files.getLast(), badRows)).hasSize(3);
            assertThat(badRows).extracting(BadRow::line).containsExactly(5L, 9L, 6L);
        }
    }

    @Nested
    class Json {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[[1483228800000,968.290,969.0,968.49,968.7,12993],[1483228860000,\"1.50\",2,1,1.5,0.10,9]]",
                    " [\n[1483228800,968.290,969.0,968.49,968.7,12993]\n,[1483228860,1.50,2,1,1.5,0.10,[{}]]]",
                    "[1483228800,968.290,969.0,968.49,968.7,12993]\n[1483228860,1.50,2,1,1.5,0.10]",
                    "{\"t\":[1],\"Open\":968.290,\"High\":969.0,\"Low\":968.49,\"Close\":968.7,\"Volume\":12993,"
                            + "\"date\":\"2017-01-01\"}\n{\"date\":\"2017-01-01T00:01:00Z\",\"open\":1.50,\"high\":2,"
                            + "\"low\":1,\"close\":1.5,\"volume\":0.10}\n",
                    "[{\"time\":1483228800,\"open\":968.290,\"high\":969.0,\"low\":968.49,\"close\":968.7,"
                            + "\"volume\":12993},{\"time\":1483228860,\"open\":1.50,\"high\":2,\"low\":1,"
                            + "\"close\":1.5,\"volume\":0.10}]"
                })
        void isAnArrayOfRowsOrARowALine(String text) {
            assertCanonical(file(text));
        }

        @Test
        void hasBadRowsThatStopNothing() {
            CandleFile file =
                    only(
                            file(
                                    "[[1483228800,1,1,1,1,1],[1],7,[1483228860,1,1,1,null,1],"
                                            + "[1483228920,1,1,1,1,1]]"));

            assertThat(CandleFiles.readAll(file, badRows)).hasSize(2);
            assertThat(badRows).extracting(BadRow::line).containsExactly(2L, 3L, 4L);
        }

        @Test
        void hasBadLinesThatStopNothing() {
            CandleFile file = only(file("[1483228800,1,1,1,1,1]\n{\n[1483228860,1,1,1,1,1]\n"));

            assertThat(CandleFiles.readAll(file, badRows)).hasSize(2);
            assertThat(badRows).extracting(BadRow::line).containsExactly(2L);
        }

        @Test
        void isRefusedWhereItIsTooDeep() {
            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() -> find(file("[[" + "[".repeat(100_000))))
                    .withMessageContaining("depth");
        }
    }

    @Nested
    class Packed {

        @Test
        void isAZipOfOneOrSeveralFiles() throws IOException {
            String[] rows = DIGITS.split("\n", -1);
            Path zip = folder.resolve("months.zip");
            String header = "time,open,high,low,close,volume\n";
            try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
                put(out, "a/COIN-1m-2016.csv", header + DIGITS);
                put(out, "a/READ.me", "nothing");
                put(out, "a/COIN-1m-2017.csv.gz", header + rows[0] + "\n" + rows[1]);
            }

            List<CandleFile> files = find(zip);

            assertThat(files)
                    .extracting(file -> file.series().toString())
                    .containsExactly("file:COIN@1m", "file:COIN@1m");
            for (CandleFile file : files) {
                assertThat(CandleFiles.readAll(file, badRows)).hasSize(2);
                assertThat(file.shownPath().toString()).contains("months.zip!a/COIN-1m-201");
            }
        }

        @Test
        void isNoBomb() throws IOException {
            Path zip = folder.resolve("bomb.zip");
            byte[] rows =
                    "1483228800,1,1,1,1,1\n".repeat(50_000).getBytes(StandardCharsets.US_ASCII);
            try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
                out.putNextEntry(new ZipEntry("X.csv"));
                out.write("time,open,high,low,close,volume\n".getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 100; i++) {
                    out.write(rows);
                }
                out.closeEntry();
            }
            SeriesOptions options = SeriesOptions.inferred();

            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() ->
                            CandleFiles.readAll(
                                    CandleFile.of(
                                            zip,
                                            options.withInterval(
                                                    io.candlestream.candle.Interval.ONE_MINUTE)),
                                    badRows))
                    .withMessageContaining("300 times its size");
        }

        private void put(OutputStream out, String name, String text) throws IOException {
            var zip = (ZipOutputStream) out;
            zip.putNextEntry(new ZipEntry(name));
            zip.write(
                    name.endsWith(".gz")
                            ? CandleFiles.gzip(text)
                            : text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    @Nested
    class Parquet {

        @Test
        void hasPlainColumns() throws IOException {
            MessageType schema =
                    Types.buildMessage()
                            .required(PrimitiveTypeName.INT64)
                            .named("Open Time")
                            .required(PrimitiveTypeName.DOUBLE)
                            .named("Open")
                            .required(PrimitiveTypeName.DOUBLE)
                            .named("High")
                            .required(PrimitiveTypeName.DOUBLE)
                            .named("Low")
                            .required(PrimitiveTypeName.FLOAT)
                            .named("Close")
                            .required(PrimitiveTypeName.INT32)
                            .named("Volume")
                            .named("candles");
            Path path = folder.resolve("COIN.parquet");
            try (ParquetWriter<Long> writer =
                    ParquetWriter.writeFile(
                            schema,
                            path.toFile(),
                            (row, out) -> {
                                out.write("Open Time", (1_483_228_800L + 60 * row) * 1_000_000);
                                out.write("Open", 1.25);
                                out.write("High", 2e-7);
                                out.write("Low", 1.0);
                                out.write("Close", 1.1f);
                                out.write("Volume", row.intValue());
                            })) {
                for (long row = 0; row < 1_000; row++) {
                    writer.write(row);
                }
            }

            CandleFile file = only(path);
            List<Candle> candles = CandleFiles.readAll(file, badRows);

            assertThat(candles).hasSize(1_000);
            assertThat(candles.getLast())
                    .isEqualTo(
                            new Candle(
                                    file.series(),
                                    1_483_228_800_000L + 999 * 60_000,
                                    1.25,
                                    2e-7,
                                    1,
                                    1.1,
                                    999));
        }
    }

    @Nested
    class Conflicts {

        private static final String ROWS =
                """
                time,open,high,low,close,volume
                1483228800,1,1,1,1,1
                1483228800,1,1,1,1,1
                1483228800,2,2,2,2,2
                1483228860,3,3,3,3,3
                1483228920,4,4,4,4,4
                """;

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "first 1 3 4|1 conflicts 1 repeated",
                    "last 2 3 4|1 conflicts 1 repeated",
                    "reject 3 4|2 conflicts 1 repeated"
                })
        void areResolvedByTheRuleAndTold(String example) {
            String rule = example.substring(0, example.indexOf(' '));
            CandleFile file = only(file(ROWS)).withConflicts(ConflictRule.parse(rule));
            StringBuilder took = new StringBuilder(rule);
            try (CandleReader reader = file.open(badRows::add)) {
                Candle candle;
                while ((candle = reader.next()) != null) {
                    took.append(' ').append((int) candle.open());
                }
                took.append('|').append(reader.conflictCount()).append(" conflicts ");
                took.append(reader.duplicateCount()).append(" repeated");
                assertThat(reader.badRowCount()).isZero();
            }

            assertThat(took.toString()).isEqualTo(example);
            assertThat(badRows).isNotEmpty().allMatch(row -> row.reason().contains("one candle"));
        }
    }

    @Nested
    class Arguments {

        @Test
        void areFilesFoldersAndPatterns() throws IOException {
            Path below = Files.createDirectory(folder.resolve("below"));
            String text = "time,open,high,low,close,volume\n" + DIGITS;
            Path a = CandleFiles.write(below.resolve("A-1m.csv"), text);
            Path b = CandleFiles.write(folder.resolve("B-1m.json"), text);
            CandleFiles.write(folder.resolve("notes.md"), "nothing");

            assertThat(CandleFileSearch.paths(List.of(folder))).containsExactly(b, a);
            assertThat(CandleFileSearch.paths(List.of(folder.resolve("**/*-1m.csv"))))
                    .containsExactly(a);
            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() -> CandleFileSearch.paths(List.of(folder.resolve("*.parquet"))))
                    .withMessageContaining("means none");
        }
    }

    private Path file(String text) {
        return CandleFiles.write(folder.resolve("COIN.data"), text);
    }

    private static List<CandleFile> find(Path path) {
        return CandleFileSearch.find(List.of(path), SeriesOptions.inferred());
    }

    private static CandleFile only(Path path) {
        return CandleFile.of(path, SeriesOptions.inferred());
    }

    private void assertCanonical(Path path) {
        assertCanonical(path, SeriesOptions.inferred());
    }

    private void assertCanonical(Path path, SeriesOptions options) {
        Path out = folder.resolve("out.csv");
        try (CandleReader reader = CandleFile.of(path, options).open(badRows::add);
                CandleWriter writer = new CandleWriter(out)) {
            while (reader.next() != null) {
                writer.copy(reader);
            }
        }

        assertThat(out).hasContent("open_time,open,high,low,close,volume\n" + DIGITS);
        assertThat(badRows).isEmpty();
    }
}
