package io.candlestream.jmh;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Rows of a canonical CSV file read as candles, beside a bare loop over the same bytes.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CandleFileBenchmark {

    private static final int ROWS = 500_000;

    private final Series series =
            new Series(new Instrument("file", "BTCUSDT"), Interval.ONE_MINUTE);
    private Path path = Path.of("");
    private byte[] bytes = {};

    /// JMH makes the state.
    public CandleFileBenchmark() {}

    /// Writes the file: prices of two decimals that wander, volumes of five.
    @Setup
    public void write() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("open_time,open,high,low,close,volume\n");
        long cents = 4_000_000;
        for (int i = 0; i < ROWS; i++) {
            text.append(1_483_228_800_000L + 60_000L * i);
            append(text, cents, 100);
            append(text, cents + random.nextInt(500), 100);
            append(text, cents - random.nextInt(500), 100);
            cents += random.nextInt(-400, 401);
            append(text, cents, 100);
            append(text, random.nextInt(10_000_000), 100_000);
            text.append('\n');
        }
        bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        path = Files.write(Files.createTempFile("candlestream-bench", ".csv"), bytes);
    }

    /// Deletes the file.
    @TearDown
    public void delete() throws IOException {
        Files.delete(path);
    }

    /// The limit: every byte looked at once, line ends and digits told apart.
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long bytes() {
        long digits = 0;
        long lines = 0;
        for (byte one : bytes) {
            if (one == '\n') {
                lines++;
            } else if (one >= '0') {
                digits = 10 * digits + one;
            }
        }
        return digits + lines;
    }

    /// Every row as a candle.
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double candles() {
        double sum = 0;
        try (CandleReader reader = new CandleFile(path, series).open(_ -> {})) {
            Candle candle;
            while ((candle = reader.next()) != null) {
                sum += candle.close();
            }
        }
        return sum;
    }

    private static void append(StringBuilder text, long units, int scale) {
        text.append(',').append(units / scale).append('.');
        String fraction = Long.toString(scale + units % scale);
        text.append(fraction, 1, fraction.length());
    }
}
