package io.candlestream.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.candlestream.candle.Calendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real files of several venues, with what their README says of them.
final class RealFilesTest {

    private static final Path CANDLES = shared().resolve("data").resolve("candles");

    @BeforeEach
    void skipWithoutFiles() {
        assumeThat(CANDLES).as("the shared candle files are not beside this checkout").exists();
    }

    @Test
    void everyFileIsReadAndOnlyRowsWithEmptyPricesAreBad() throws IOException {
        List<Path> files = files("");
        List<String> badRows = new ArrayList<>();
        long rowCount = 0;
        for (Path path : files) {
            FileReport report = check(path);
            rowCount += report.rowCount();
            report.firstBadRows()
                    .forEach(row -> badRows.add(nameParts(path)[0] + " " + row.line()));

            assertThat(report.file().series())
                    .hasToString("file:" + nameParts(path)[0] + "@" + nameParts(path)[1]);
        }

        assertThat(files).hasSize(108);
        assertThat(badRows).containsExactly("DHR 600", "DHR 723", "REGN 588");
        assertThat(rowCount).isEqualTo(1_170_065);
    }

    @Test
    void aYearOfMinutesIsWholeAndOftenOpensOutsideItsRange() {
        FileReport report = check(CANDLES.resolve("bitmex").resolve("XBTUSD-1m-2017.csv.gz"));

        assertThat(report.rowCount()).isEqualTo(525_600);
        assertThat(report.isFlawless()).isTrue();
        assertThat(report.numbers().outsideRangeCount()).isEqualTo(145_848);
        assertThat(report.numbers().zeroVolumeCount()).isEqualTo(52_721);
    }

    @ParameterizedTest
    @CsvSource({
        "binance, -1h, always_open, 10, 30500, 30700, 1",
        "binance, -1d, always_open, 10, 1700, 2900, 0",
        "binance, -15m, always_open, 2, 17400, 17600, 0",
        "binance-futures, -1m, always_open, 4, 40320, 40320, 0",
        "us-stocks, -1d, sessions, 80, 1200, 1260, 0",
        "fx, -1h, weekdays, 1, 17239, 17239, 122"
    })
    void eachVenueHasItsFilesRowsAndGaps(
            String venue,
            String kind,
            String calendar,
            int count,
            long fewest,
            long most,
            long missing)
            throws IOException {
        List<Path> files =
                files(venue).stream()
                        .filter(path -> path.getFileName().toString().contains(kind))
                        .toList();

        assertThat(files).hasSize(count);
        for (Path path : files) {
            FileReport report = check(path, Calendar.parse(calendar));

            assertThat(report.rowCount()).as(path.toString()).isBetween(fewest, most);
            assertThat(report.order().missingCount()).as(path.toString()).isEqualTo(missing);
            assertThat(report.order().lateCount()).as(path.toString()).isZero();
        }
    }

    @Test
    void aForeignExchangeFileHasNoVolume() {
        FileReport report = check(CANDLES.resolve("fx").resolve("EURUSD-1h.csv.gz"));

        assertThat(report.numbers().zeroVolumeCount()).isEqualTo(17_239);
    }

    private static FileReport check(Path path) {
        return check(path, Calendar.ALWAYS_OPEN);
    }

    private static FileReport check(Path path, Calendar calendar) {
        return CandleFileCheck.check(CandleFile.of(path, SeriesOptions.inferred()), calendar);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(CANDLES.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String[] nameParts(Path path) {
        return path.getFileName().toString().split("[-.]");
    }

    private static Path shared() {
        return Optional.ofNullable(System.getenv("CANDLESTREAM_SHARED"))
                .map(Path::of)
                .orElseGet(() ->
                        Path.of(System.getProperty("candlestream.root", ""))
                                .toAbsolutePath()
                                .resolveSibling("shared"));
    }
}
