package io.candlestream.cli;

import io.candlestream.candle.Instrument;
import io.candlestream.feature.ExpressionException;
import io.candlestream.feature.SignalUses;
import io.candlestream.history.SignalFiles;
import io.candlestream.replay.ReplayedSignals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Option;

/// The signal files of a command that reads candle files.
final class SignalOptions {

    @Option(
            names = "--signals",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Signal files for features such as signal(fear_greed): CSV, plain or gzip, with the"
                            + " header time,name,value[,instrument].")
    private List<Path> paths = new ArrayList<>();

    /// The files, in memory; bad rows are told on standard error.
    ///
    /// @throws io.candlestream.history.UnreadableFileException when one cannot be a signal file
    SignalFiles read(Console console) {
        return read(paths, console);
    }

    static SignalFiles read(Collection<Path> paths, Console console) {
        return SignalFiles.read(paths, row -> console.err().println(row));
    }

    /// The files as a replay joins them, checked before the first candle.
    ///
    /// @param where what the features were written in, for the message
    /// @param instruments those that there are candles of
    /// @throws UsageException when a signal that features read never comes for one of them
    ReplayedSignals joined(
            String where, SignalUses uses, Collection<Instrument> instruments, Console console) {
        SignalFiles files = read(console);
        check(files, where, uses, instruments);
        return new ReplayedSignals(
                instrument -> files.signalsFor(instrument).iterator(), uses.names());
    }

    /// Checks that every signal that features read comes for every instrument.
    ///
    /// @throws UsageException when one does not
    static void check(
            SignalFiles files, String where, SignalUses uses, Collection<Instrument> instruments) {
        try {
            for (Instrument instrument : instruments) {
                uses.require(instrument.toString(), files.namesFor(instrument));
            }
        } catch (ExpressionException e) {
            throw new UsageException(where + ": " + e.getMessage());
        }
    }
}
