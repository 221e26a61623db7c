package io.candlestream.cli;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleFileSearch;
import io.candlestream.history.CandleSource;
import io.candlestream.history.MergedCandles;
import io.candlestream.history.SeriesOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a user says about candle files beyond their names.
final class CandleFileOptions {

    @Option(
            names = "--instrument",
            paramLabel = "VENUE:SYMBOL",
            description =
                    "Instrument of the file (default: file:SYMBOL, from its column symbol, or from its"
                            + " name up to - or .).")
    private @Nullable String instrument;

    @Option(
            names = "--interval",
            paramLabel = "LENGTH",
            description = "Length of its candles, as in 1m (default: the step found in the file).")
    private @Nullable String interval;

    @Mixin private final ReadingOptions reading = new ReadingOptions();

    /// The series in the files that arguments mean: files, folders and patterns.
    ///
    /// @throws UsageException when an option cannot be used, or names one instrument for several
    ///   files
    /// @throws io.candlestream.history.UnreadableFileException when a file cannot be a candle file
    List<CandleFile> files(List<Path> arguments) {
        List<Path> paths = CandleFileSearch.paths(arguments);
        checkInstrument(paths);
        return CandleFileSearch.find(paths, options());
    }

    /// @throws UsageException when one instrument is named for several files
    void checkInstrument(List<Path> paths) {
        if (instrument != null && paths.size() > 1) {
            throw new UsageException(
                    "--instrument must be for one file, there were " + paths.size());
        }
    }

    /// The candles of all files, interleaved by close time; rows left out are told on standard
    /// error and kept where the user wants them.
    CandleSource open(List<CandleFile> files, Console console) {
        RowRejections left = reading.rejections(console);
        List<CandleSource> sources = new ArrayList<>();
        try {
            for (CandleFile file : files) {
                sources.add(file.open(left));
            }
            return new ToldCandles(new MergedCandles(sources), left);
        } catch (RuntimeException e) {
            sources.forEach(CandleSource::close);
            left.close();
            throw e;
        }
    }

    /// Where rows that are left out are told, which the caller closes.
    RowRejections rejections(Console console) {
        return reading.rejections(console);
    }

    /// The instruments of files, each once.
    static Set<Instrument> instruments(List<CandleFile> files) {
        Set<Instrument> instruments = new LinkedHashSet<>();
        files.forEach(file -> instruments.add(file.series().instrument()));
        return instruments;
    }

    /// The files behind series, each once.
    static List<Path> paths(List<CandleFile> files) {
        return files.stream().map(CandleFile::path).distinct().toList();
    }

    /// What the options say.
    ///
    /// @throws UsageException when one cannot be used
    SeriesOptions options() {
        try {
            return reading.of(
                    new SeriesOptions(
                            instrument == null ? null : Instrument.parse(instrument),
                            interval == null ? null : Interval.parse(interval)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
