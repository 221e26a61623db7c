package io.candlestream.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.seed.Seeded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;

/// Files of every format with bytes changed, lost, repeated and added: candles, bad rows or an
/// [UnreadableFileException], and nothing else.
///
/// `-Dcandlestream.mutations=10000` tries so many of each seed.
final class MutationTest {

    private static final int MUTATIONS = Integer.getInteger("candlestream.mutations", 150);
    private static final byte[] TELLING =
            "{}[],;\t\"\n\r.-+eE:0129 \0\uffff".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir private Path folder;

    @Seeded(runs = 10)
    void areReadOrRefused(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        List<byte[]> sources = sources();
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = mutated(sources.get(random.nextInt(sources.size())), random);
            Path path = CandleFiles.write(folder.resolve("COIN.data"), bytes);
            int most = bytes.length;
            try {
                for (CandleFile file : files(path)) {
                    assertThat(countOf(file)).as("seed %s, mutation %s", seed, i).isLessThan(most);
                }
            } catch (UnreadableFileException e) {
                assertThat(e.reason()).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", mutation " + i, e);
            }
        }
    }

    private static List<CandleFile> files(Path path) {
        SeriesOptions options =
                SeriesOptions.inferred()
                        .withInterval(Interval.ONE_MINUTE)
                        .withConflicts(ConflictRule.LAST);
        return CandleFileSearch.find(List.of(path), options);
    }

    private static int countOf(CandleFile file) {
        int count = 0;
        StringBuilder row = new StringBuilder();
        try (CandleReader reader = file.open(_ -> {})) {
            Candle candle;
            while ((candle = reader.next()) != null) {
                count++;
                assertThat(candle.close()).isFinite();
                row.setLength(0);
                reader.appendRowTo(row);
                String[] fields = row.toString().split(",", -1);
                assertThat(fields).hasSize(6);
                assertThat(Double.parseDouble(fields[4])).isEqualTo(candle.close());
            }
        }
        return count;
    }

    private static byte[] mutated(byte[] source, SplittableRandom random) {
        byte[] bytes = source.clone();
        for (int changes = random.nextInt(1, 6); changes > 0 && bytes.length > 1; changes--) {
            int at = random.nextInt(bytes.length);
            int length = random.nextInt(1, Math.min(64, bytes.length - at) + 1);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = TELLING[random.nextInt(TELLING.length)];
                case 2 -> bytes = Arrays.copyOf(bytes, at + 1);
                case 3 -> bytes = joined(bytes, at, bytes, at + length);
                default -> bytes = joined(bytes, at + length, bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] head, int headEnd, byte[] tail, int tailStart) {
        byte[] all = Arrays.copyOf(head, headEnd + tail.length - tailStart);
        System.arraycopy(tail, tailStart, all, headEnd, tail.length - tailStart);
        return all;
    }

    private List<byte[]> sources() throws IOException {
        String rows = CandleFiles.rows(20);
        String csv = CandleFiles.HEADER + rows;
        String array = "[[" + rows.strip().replace("\n", "],[") + "]]";
        String lines =
                "{\"time\":\"2017-01-01T00:00:00Z\",\"open\":1,\"high\":1.5e0,\"low\":1,\"close\":1,\"volume\":1}\n"
                        .repeat(8);
        String symbols =
                """
                symbol;date;open;high;low;close;volume
                A;2017-01-01 00:01:00+01:00;1;1;1;1;1
                "B";2017-01-02;1;1;1;1;1
                A;2017-01-01 00:02:00+01:00;1;1;1;1;1
                "B";2017-01-03;1;1;1;1;1
                """;
        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("X.csv"));
            out.write(csv.getBytes(StandardCharsets.US_ASCII));
            out.closeEntry();
        }
        return List.of(
                csv.getBytes(StandardCharsets.US_ASCII),
                array.getBytes(StandardCharsets.US_ASCII),
                lines.getBytes(StandardCharsets.US_ASCII),
                symbols.getBytes(StandardCharsets.US_ASCII),
                CandleFiles.gzip(csv),
                zip.toByteArray());
    }
}
