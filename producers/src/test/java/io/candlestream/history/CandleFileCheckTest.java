package io.candlestream.history;

import static io.candlestream.history.CandleFiles.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Calendar;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CandleFileCheckTest {

    @TempDir private Path folder;

    @Test
    void aCleanFileIsFlawless() {
        FileReport report = check(CandleFiles.rows(10));

        assertThat(report.isFlawless()).isTrue();
        assertThat(report.rowCount()).isEqualTo(10);
        assertThat(report.firstOpenTimeMs()).isEqualTo(1_483_228_800_000L);
        assertThat(report.lastOpenTimeMs()).isEqualTo(1_483_228_800_000L + 9 * 60_000L);
    }

    @Test
    void aFileWithoutRowsIsFlawlessToo() {
        assertThat(check("").isFlawless()).isTrue();
    }

    @Test
    void orderIsAccountedFor() {
        FileReport report =
                check(
                        """
                        60000,1,1,1,1,1
                        60000,1,1,1,1,1
                        60000,1,1,1,1,2
                        120000,1,1,1,1,1
                        240000,1,1,1,1,1
                        480000,1,1,1,1,1
                        300000,1,1,1,1,1
                        500000,1,1,1,1,1
                        0,1,1,1,1,1
                        """);

        // One missing at 180 s, three from 300 to 420 s.
        assertThat(report.order()).isEqualTo(new FileReport.Order(1, 1, 2, 1, 2, 4, 3));
        assertThat(report.rowCount()).isEqualTo(9);
        assertThat(report.firstOpenTimeMs()).isZero();
        assertThat(report.lastOpenTimeMs()).isEqualTo(500_000);
        assertThat(report.isFlawless()).isFalse();
    }

    @Test
    void numbersAreAccountedFor() {
        FileReport report =
                check(
                        """
                        0,3,2,1,1,0
                        60000,1,2,1,0.5,1
                        120000,1,1,2,1,1
                        180000,0,1,0,1,1
                        240000,1,1,1,1,-1
                        """);

        // Outside: 3 > 2; 0.5 < 1; open and close of the third are below its low.
        assertThat(report.numbers()).isEqualTo(new FileReport.Numbers(3, 1, 1, 1, 1));
        assertThat(report.isFlawless()).isFalse();
    }

    @Test
    void theFirstFewBadRowsAreShown() {
        FileReport report = check(CandleFiles.rows(1) + "x\n".repeat(20));

        assertThat(report.badRowCount()).isEqualTo(20);
        assertThat(report.firstBadRows()).hasSize(5);
        assertThat(report.firstBadRows().getFirst().line()).isEqualTo(3);
    }

    @Test
    void theCalendarSaysWhichHolesAreGaps() {
        // Friday and Monday.
        CandleFile file =
                CandleFiles.of(
                        folder, HEADER + "1704412740000,1,1,1,1,1\n1704672000000,1,1,1,1,1\n");

        assertThat(CandleFileCheck.check(file, Calendar.ALWAYS_OPEN).order().gapCount()).isOne();
        assertThat(CandleFileCheck.check(file, Calendar.SESSIONS).order().gapCount()).isZero();
    }

    private FileReport check(String rows) {
        return CandleFileCheck.check(CandleFiles.of(folder, HEADER + rows), Calendar.ALWAYS_OPEN);
    }
}
