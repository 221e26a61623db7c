package io.candlestream.cli;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.history.MergedCandles;
import io.candlestream.history.SeriesOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a user says about candle files beyond their names.
final class CandleFileOptions {

    @Option(
            names = "--instrument",
            paramLabel = "VENUE:SYMBOL",
            description =
                    "Instrument of the file (default: file:NAME, from the name up to - or .).")
    private @Nullable String instrument;

    @Option(
            names = "--interval",
            paramLabel = "LENGTH",
            description = "Length of its candles, as in 1m (default: the step found in the file).")
    private @Nullable String interval;

    /// The files with their series.
    ///
    /// @throws UsageException when an option cannot be used, or names one instrument for several
    ///   files
    /// @throws io.candlestream.history.UnreadableFileException when a file cannot be a candle file
    List<CandleFile> files(List<Path> paths) {
        if (instrument != null && paths.size() > 1) {
            throw new UsageException(
                    "--instrument must be for one file, there were " + paths.size());
        }
        SeriesOptions options = options();
        return paths.stream().map(path -> CandleFile.of(path, options)).toList();
    }

    /// The candles of all files, interleaved by close time; bad rows are told on standard error.
    CandleSource open(List<Path> paths, Console console) {
        return openAll(files(paths), console);
    }

    /// The candles of all files, interleaved by close time; bad rows are told on standard error.
    static CandleSource openAll(List<CandleFile> files, Console console) {
        List<CandleSource> sources = new ArrayList<>();
        for (CandleFile file : files) {
            sources.add(file.open(row -> console.err().println(row)));
        }
        return new MergedCandles(sources);
    }

    /// The instruments of files, each once.
    static Set<Instrument> instruments(List<CandleFile> files) {
        Set<Instrument> instruments = new LinkedHashSet<>();
        files.forEach(file -> instruments.add(file.series().instrument()));
        return instruments;
    }

    private SeriesOptions options() {
        try {
            return new SeriesOptions(
                    instrument == null ? null : Instrument.parse(instrument),
                    interval == null ? null : Interval.parse(interval));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
