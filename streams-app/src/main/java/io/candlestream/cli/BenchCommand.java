package io.candlestream.cli;

import io.candlestream.bench.Benchmark;
import io.candlestream.bench.Benchmarks;
import io.candlestream.bench.Figure;
import io.candlestream.bench.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `candlestream bench`: what this machine does, each figure beside its own limit.
@Command(
        name = "bench",
        description = {
            "Measure throughput, latency and recovery on this machine, each beside its own limit.",
            "Uses a broker of its own in a temporary folder; takes about 10 minutes, or 2 with --quick."
        })
final class BenchCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "Figures as ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(names = "--quick", description = "Measure for seconds instead of minutes.")
    private boolean quick;

    @Option(
            names = "--only",
            arity = "1..*",
            paramLabel = "NAME",
            description =
                    "Only these: core, topology-100, topology-5000, changelog, latency, restore.")
    private List<String> only = new ArrayList<>();

    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Machine machine = Machine.look();
        Consumer<String> progress =
                text -> {
                    console.err().println(text);
                    console.err().flush();
                };
        SequencedMap<String, Benchmark> benchmarks =
                new Benchmarks(options::load, quick, progress).byName();
        requireKnown(benchmarks);
        List<Figure> figures = new ArrayList<>();
        for (Map.Entry<String, Benchmark> benchmark : benchmarks.entrySet()) {
            if (only.isEmpty() || only.contains(benchmark.getKey())) {
                progress.accept("measuring " + benchmark.getKey());
                figures.addAll(benchmark.getValue().run());
            }
        }
        new FigureReport(machine, figures).print(console.out(), format);
        return ExitCode.DONE;
    }

    private void requireKnown(SequencedMap<String, Benchmark> benchmarks) {
        for (String name : only) {
            if (!benchmarks.containsKey(name)) {
                throw new UsageException(
                        "--only must name some of "
                                + String.join(", ", benchmarks.sequencedKeySet())
                                + ", was "
                                + name);
            }
        }
    }
}
