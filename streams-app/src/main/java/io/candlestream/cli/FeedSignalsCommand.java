package io.candlestream.cli;

import io.candlestream.candle.Instrument;
import io.candlestream.history.SignalFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `candlestream feed signals`: publishes signal files.
@Command(
        name = "signals",
        description = {
            "Publish signal files to the topic signals, by time.",
            "Rows without an instrument go to every instrument that --instruments or the files name.",
            "A signal must be there before the candles it belongs to: feed signals first."
        })
final class FeedSignalsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final ClusterOptions cluster = new ClusterOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "CSV, plain or gzip, with the header time,name,value[,instrument]; time in UTC"
                            + " epoch milliseconds.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--instruments",
            split = ",",
            paramLabel = "VENUE:SYMBOL",
            description = "Instruments that rows without one are for, with commas between.")
    private List<String> instruments = new ArrayList<>();

    FeedSignalsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Set<Instrument> receivers = new LinkedHashSet<>();
        instruments.forEach(text -> receivers.add(instrument(text)));
        SignalFiles files = SignalOptions.read(paths, console);
        if (files.hasMarketWide() && receivers.isEmpty()) {
            throw new UsageException(
                    "--instruments must name whom the rows without an instrument are for");
        }
        receivers.addAll(files.instruments());
        Publication.runSignals(options.load(cluster.overrides()), files, receivers, console);
        return ExitCode.DONE;
    }

    private static Instrument instrument(String text) {
        try {
            return Instrument.parse(text.strip());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--instruments: " + e.getMessage());
        }
    }
}
