package io.candlestream.cli;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import io.candlestream.candle.CandleGate;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Resampler;
import io.candlestream.candle.Verdict;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleReader;
import io.candlestream.history.CandleWriter;
import io.candlestream.history.SeriesOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream data resample`: a candle file of a longer interval.
@Command(
        name = "resample",
        description = {
            "Make candles of a longer interval of a candle file.",
            "Only closed candles are written: one cut off at the front or the end is left out.",
            "Candles that the learner's gate would refuse are left out and counted."
        })
final class DataResampleCommand implements Callable<Integer> {

    /// The rows say nothing of it, and nothing depends on it.
    private static final Instrument ANY = new Instrument("file", "ANY");

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description = "Candle file: CSV, JSON or parquet, packed or not.")
    private Path data = Path.of("");

    @Option(
            names = "--from",
            paramLabel = "LENGTH",
            description = "Length of its candles, as in 15m (default: the step found in the file).")
    private @Nullable String from;

    @Option(
            names = "--interval",
            required = true,
            paramLabel = "LENGTH",
            description = "Length of the candles to be made, a multiple of the file's, as in 1h.")
    private String interval = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Candle file to write; gzip where its name ends with .gz.")
    private Path out = Path.of("");

    @Mixin private final ReadingOptions reading = new ReadingOptions();

    DataResampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var _ = options.load(); // A setting that cannot be used is refused by every command.
        Interval longer = parsed("--interval", interval);
        Interval shorter = from == null ? null : parsed("--from", from);
        CandleFile file = CandleFile.of(data, reading.of(new SeriesOptions(ANY, shorter)));
        if (Files.exists(out) && Files.isSameFile(data, out)) {
            throw new UsageException("--out must be another file than --data, was " + out);
        }
        checkLengths(file.series().interval(), longer);
        CandleGate gate = new CandleGate(file.series(), Calendar.ALWAYS_OPEN);
        try (RowRejections left = reading.rejections(console);
                CandleReader reader = file.open(left);
                CandleWriter writer = new CandleWriter(out)) {
            Resampler resampler = new Resampler(file.series().interval(), longer, writer);
            for (Candle candle = reader.next(); candle != null; candle = reader.next()) {
                if (gate.check(candle) == Verdict.ACCEPTED) {
                    resampler.update(
                            candle.openTimeMs(),
                            candle.open(),
                            candle.high(),
                            candle.low(),
                            candle.close(),
                            candle.baseVolume());
                }
            }
            console.err()
                    .printf(
                            Locale.ROOT,
                            "made %,d candles of %s of %,d of %s; %,d duplicates, %,d conflicts (%s), %,d refused,"
                                    + " %,d bad rows%n",
                            writer.candleCount(),
                            longer,
                            gate.count(Verdict.ACCEPTED),
                            file.series().interval(),
                            reader.duplicateCount(),
                            reader.conflictCount(),
                            file.part().conflicts(),
                            gate.rejectedCount(),
                            reader.badRowCount());
        }
        return ExitCode.DONE;
    }

    private static void checkLengths(Interval shorter, Interval longer) {
        if (!shorter.divides(longer) || shorter.equals(longer)) {
            throw new UsageException(
                    "--interval must be longer than the file's %s and a multiple of it, was %s"
                            .formatted(shorter, longer));
        }
    }

    private static Interval parsed(String option, String text) {
        try {
            return Interval.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }
}
