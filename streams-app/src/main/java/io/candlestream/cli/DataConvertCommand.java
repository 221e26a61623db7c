package io.candlestream.cli;

import io.candlestream.candle.Series;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleReader;
import io.candlestream.history.CandleWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `candlestream data convert`: candle files of any kind as canonical ones.
@Command(
        name = "convert",
        description = {
            "Write candle files as canonical CSV: oldest first, UTC epoch milliseconds, the digits of",
            "the source. Files of one series follow each other in the order named; nothing is repaired."
        })
final class DataConvertCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final CandleFileOptions fileOptions = new CandleFileOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV, JSON or parquet, packed or not; folders and patterns.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "Candle file to write; gzip where its name ends with .gz. An existing folder gets a"
                            + " file a series, SYMBOL-INTERVAL.csv.gz.")
    private Path out = Path.of("");

    DataConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var _ = options.load(); // A setting that cannot be used is refused by every command.
        SequencedMap<Series, List<CandleFile>> bySeries = new LinkedHashMap<>();
        for (CandleFile file : fileOptions.files(paths)) {
            bySeries.computeIfAbsent(file.series(), _ -> new ArrayList<>()).add(file);
        }
        if (bySeries.size() > 1 && !Files.isDirectory(out)) {
            throw new UsageException(
                    "--out must be a folder for %d series, was %s".formatted(bySeries.size(), out));
        }
        try (RowRejections left = fileOptions.rejections(console)) {
            for (Map.Entry<Series, List<CandleFile>> entry : bySeries.entrySet()) {
                convert(entry.getValue(), target(entry.getKey()), left);
            }
        }
        return ExitCode.DONE;
    }

    private Path target(Series series) {
        String symbol = series.instrument().symbol().replaceAll("[^A-Za-z0-9_]", "_");
        return Files.isDirectory(out)
                ? out.resolve(symbol + '-' + series.interval() + ".csv.gz")
                : out;
    }

    private void convert(List<CandleFile> files, Path target, RowRejections left)
            throws IOException {
        long duplicates = 0;
        long conflicts = 0;
        long badRows = 0;
        for (CandleFile file : files) {
            if (Files.exists(target) && Files.isSameFile(file.path(), target)) {
                throw new UsageException(
                        "--out must be another file than the source, was " + target);
            }
        }
        try (CandleWriter writer = new CandleWriter(target)) {
            for (CandleFile file : files) {
                try (CandleReader reader = file.open(left)) {
                    while (reader.next() != null) {
                        writer.copy(reader);
                    }
                    duplicates += reader.duplicateCount();
                    conflicts += reader.conflictCount();
                    badRows += reader.badRowCount();
                }
            }
            console.err()
                    .printf(
                            Locale.ROOT,
                            "%s: wrote %,d candles of %s; left out %,d duplicates, %,d conflicts (%s),"
                                    + " %,d bad rows%n",
                            target,
                            writer.candleCount(),
                            files.getFirst().series(),
                            duplicates,
                            conflicts,
                            files.getFirst().part().conflicts(),
                            badRows);
        }
    }
}
