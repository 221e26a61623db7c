package io.candlestream.history;

import static io.candlestream.history.CandleFiles.HEADER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.candlestream.seed.Seeded;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;

/// Whatever the bytes are: candles, bad rows or an [UnreadableFileException], and nothing else.
final class GarbageTest {

    private static final int ROWS = 200;

    @TempDir private Path folder;
    private final List<BadRow> badRows = new ArrayList<>();

    @Seeded(runs = 100)
    void randomBytesAreNoCandleFile(long seed) {
        byte[] bytes = new byte[100_000];
        new SplittableRandom(seed).nextBytes(bytes);

        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> CandleFiles.readAll(CandleFiles.of(folder, bytes), badRows));
    }

    @Seeded(runs = 100)
    void randomBytesAfterTheHeaderAreBadRowsAndHarmNoRowAfterThem(long seed) {
        byte[] junk = new byte[5_000];
        new SplittableRandom(seed).nextBytes(junk);
        String text =
                HEADER
                        + CandleFiles.rows(ROWS)
                        + new String(junk, StandardCharsets.ISO_8859_1)
                        + "\n"
                        + CandleFiles.rows(ROWS);
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);

        assertThat(CandleFiles.readAll(CandleFiles.of(folder, bytes), badRows)).hasSize(2 * ROWS);
        assertThat(badRows).isNotEmpty();
    }

    @Seeded(runs = 300)
    void aChangedByteCostsAtMostTheRowsItTouches(long seed) {
        var random = new SplittableRandom(seed);
        byte[] bytes = (HEADER + CandleFiles.rows(ROWS)).getBytes(StandardCharsets.US_ASCII);
        int at = random.nextInt(HEADER.length(), bytes.length);
        bytes[at] = (byte) random.nextInt(256);

        int read = CandleFiles.readAll(CandleFiles.of(folder, bytes), badRows).size();

        // A lost line end spoils one row made of two, a new one makes two of one.
        assertThat(read).isBetween(ROWS - 2, ROWS + 1);
        assertThat(read + badRows.size()).isBetween(ROWS - 1, ROWS + 1);
    }

    @Seeded(runs = 200)
    void aChangedGzipFileIsReadOrRefused(long seed) {
        var random = new SplittableRandom(seed);
        byte[] bytes = CandleFiles.gzip(HEADER + CandleFiles.rows(ROWS));
        bytes[random.nextInt(bytes.length)] ^= (byte) random.nextInt(1, 256);

        try {
            CandleFiles.readAll(CandleFiles.of(folder, bytes), badRows);
        } catch (UnreadableFileException e) {
            assertThat(e.reason()).isNotBlank();
        }
    }
}
