package io.candlestream.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.candlestream.candle.Calendar;
import io.candlestream.candle.Interval;
import io.candlestream.feature.Catalog;
import io.candlestream.feature.CatalogGuide;
import io.candlestream.feature.CatalogGuide.Entry;
import io.candlestream.feature.Definition;
import io.candlestream.feature.ExpressionException;
import io.candlestream.feature.FeatureExpressions;
import io.candlestream.feature.FeatureSets;
import io.candlestream.feature.IndicatorGraph;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.replay.FeatureReplay;
import io.candlestream.replay.FeaturesCsv;
import io.candlestream.settings.CalendarSettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream features`: what can be computed, and computing it over files.
@Command(
        name = "features",
        description = {
            "Compute features over candle files, or list what there is.",
            "Features are expressions, as in sma(20), macd(12,26,9).histogram or on(1h, rsi(14));",
            "--list prints every name."
        })
final class FeaturesCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();
    @Mixin private final CandleFileOptions fileOptions = new CandleFileOptions();
    @Mixin private final SignalOptions signalOptions = new SignalOptions();

    @Option(
            names = "--data",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Candle files: CSV, JSON or parquet, packed or not; folders and patterns.")
    private List<Path> data = new ArrayList<>();

    @Option(
            names = "--features",
            paramLabel = "LIST",
            defaultValue = "default",
            description =
                    "Expressions separated by commas, or one of the sets minimal, default and"
                            + " everything (default: ${DEFAULT-VALUE}).")
    private String features = "default";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the features to this CSV file instead of standard output.")
    private @Nullable Path out;

    @Option(names = "--list", description = "Print every name with its parameters, and stop.")
    private boolean list;

    @Option(
            names = "--explain",
            paramLabel = "EXPR",
            description = "Say what an expression means, and stop.")
    private @Nullable String explain;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "Of --list: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    FeaturesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            list();
        } else if (explain != null) {
            explain(explain);
        } else if (data.isEmpty()) {
            throw new UsageException(
                    "--data must name a candle file, or --list or --explain be given");
        } else {
            compute();
        }
        return ExitCode.DONE;
    }

    private void compute() throws IOException {
        FeatureExpressions expressions = parsed(features);
        CalendarSettings calendars = options.load().calendars();
        List<CandleFile> files = fileOptions.files(data);
        FeatureReplay replay =
                new FeatureReplay(
                        expressions,
                        series -> Calendar.parse(calendars.of(series.instrument().toString())),
                        signalOptions.joined(
                                "--features",
                                expressions.signals(),
                                CandleFileOptions.instruments(files),
                                console));
        long started = System.nanoTime();
        try (CandleSource source = fileOptions.open(files, console);
                FeaturesCsv csv = new FeaturesCsv(writer(), expressions.names())) {
            replay.run(source, csv::write);
        } catch (ExpressionException e) {
            throw new UsageException("--features: " + e.getMessage());
        }
        console.err()
                .printf(
                        Locale.ROOT,
                        "computed %,d features over %,d candles in %.1f s, %.2f s of it computing, %,d refused%n",
                        expressions.size(),
                        replay.candleCount(),
                        (System.nanoTime() - started) / 1e9,
                        replay.computingNs() / 1e9,
                        replay.refusedCount());
    }

    private Writer writer() throws IOException {
        return out == null ? console.out() : Files.newBufferedWriter(out);
    }

    private void list() throws JsonProcessingException {
        List<Entry> entries = new CatalogGuide(Catalog.standard()).entries();
        if (format == OutputFormat.JSON) {
            console.out()
                    .println(
                            new ObjectMapper()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(entries));
            return;
        }
        TextTable table = new TextTable("category", "expression", "outputs", "warm-up", "says");
        for (Entry entry : entries) {
            table.add(
                    entry.category(),
                    entry.usage(),
                    String.join(" ", entry.outputs()),
                    entry.warmUp() == 0 ? "" : Integer.toString(entry.warmUp()),
                    entry.summary());
        }
        table.print(console.out());
    }

    private void explain(String text) {
        FeatureExpressions expressions = parsed(text);
        for (int i = 0; i < expressions.size(); i++) {
            console.out().println(expressions.names().get(i));
            console.out().println("  means    " + expressions.canonical().get(i));
        }
        IndicatorGraph graph = graph(expressions);
        console.out().println("warm-up    " + graph.warmUp() + " candles");
        console.out().println("computed   " + graph.nodeCount() + " nodes, shared ones once");
        CatalogGuide guide = new CatalogGuide(Catalog.standard());
        for (Definition used : expressions.definitions()) {
            Entry entry = guide.entry(used);
            console.out().println();
            console.out().println(entry.usage());
            console.out().println("  " + entry.summary());
            entry.ranges().forEach(range -> console.out().println("  " + range));
            console.out().println("  formula  " + entry.formula());
            console.out().println("  source   " + entry.source());
        }
    }

    /// Over minutes, of which every longer interval is a multiple.
    private static IndicatorGraph graph(FeatureExpressions expressions) {
        try {
            return expressions.graph(Interval.ONE_MINUTE);
        } catch (ExpressionException e) {
            throw new UsageException("--explain: " + e.getMessage());
        }
    }

    private static FeatureExpressions parsed(String text) {
        try {
            return FeatureSets.parse(text);
        } catch (ExpressionException e) {
            throw new UsageException("features: " + e.getMessage());
        }
    }
}
