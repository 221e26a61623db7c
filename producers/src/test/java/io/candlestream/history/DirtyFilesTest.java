package io.candlestream.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.candlestream.candle.Calendar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real files as sites and programs left them, with what their README says of them.
final class DirtyFilesTest {

    private static final Path DIRTY =
            Optional.ofNullable(System.getenv("CANDLESTREAM_SHARED"))
                    .map(Path::of)
                    .orElseGet(() ->
                            Path.of(System.getProperty("candlestream.root", ""))
                                    .toAbsolutePath()
                                    .resolveSibling("shared"))
                    .resolve("data")
                    .resolve("dirty");

    private final List<BadRow> badRows = new ArrayList<>();

    @BeforeEach
    void skipWithoutFiles() {
        assumeThat(DIRTY).as("the shared candle files are not beside this checkout").exists();
    }

    @Test
    void anAddressInFrontNewestFirstAndTwoVolumes() {
        FileReport report =
                check("bitstamp-cryptodatadownload-BTCUSD-1h.csv.gz", Calendar.ALWAYS_OPEN);

        assertThat(report.file().series()).hasToString("file:BTC/USD@1h");
        assertThat(report.file().part().newestFirst()).isTrue();
        assertThat(report.volumeName()).isEqualTo("volume_btc");
        assertThat(report.rowCount()).isEqualTo(37_387);
        assertThat(report.firstOpenTimeMs()).isEqualTo(1_526_364_000_000L);
        assertThat(report.lastOpenTimeMs()).isEqualTo(1_660_953_600_000L);
        assertThat(report.isFlawless()).isTrue();
    }

    @Test
    void anArrayOfArraysWithHoles() {
        FileReport report = check("freqtrade-UNITTEST_BTC-1m.json.gz", Calendar.ALWAYS_OPEN);

        assertThat(report.rowCount()).isEqualTo(13_681);
        assertThat(report.badRowCount()).isZero();
        assertThat(report.order().gapCount()).isEqualTo(538);
        assertThat(report.order().missingCount()).isEqualTo(717);
    }

    @ParameterizedTest
    @CsvSource({"AAPL, 6232", "GE, 6233"})
    void datesTwiceWithOtherNumbersAndTheWordNull(String symbol, long rows) {
        FileReport report = check("yahoo-" + symbol + "-1d.csv.gz", Calendar.SESSIONS);

        assertThat(report.rowCount()).isEqualTo(rows);
        assertThat(report.badRowCount()).isOne();
        assertThat(report.firstBadRows().getFirst().line()).isEqualTo(5_556);
        assertThat(report.order().conflictCount()).isEqualTo(45);
        assertThat(report.order().duplicateCount()).isZero();
        assertThat(report.order().lateCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"FIRST, 6187, 45", "LAST, 6187, 45", "REJECT, 6142, 90"})
    void everyRuleLeavesOutItsShareOfTheConflicts(ConflictRule rule, int taken, long leftOut) {
        CandleFile file = open("yahoo-AAPL-1d.csv.gz").withConflicts(rule);
        int count = 0;
        try (CandleReader reader = file.open(badRows::add)) {
            while (reader.next() != null) {
                count++;
            }
            assertThat(reader.conflictCount()).isEqualTo(leftOut);
        }

        assertThat(count).isEqualTo(taken);
        assertThat(badRows).hasSize((int) leftOut + 1);
    }

    private static FileReport check(String name, Calendar calendar) {
        return CandleFileCheck.check(open(name), calendar);
    }

    private static CandleFile open(String name) {
        return CandleFile.of(DIRTY.resolve(name), SeriesOptions.inferred());
    }
}
