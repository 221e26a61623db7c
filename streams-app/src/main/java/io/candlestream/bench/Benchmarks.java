package io.candlestream.bench;

import io.candlestream.settings.Settings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// Every benchmark by its name, in the order in which they are run.
public final class Benchmarks {

    private final SequencedMap<String, Benchmark> byName = new LinkedHashMap<>();

    /// The benchmarks of a service with these settings.
    ///
    /// @param settings the settings in effect under further overrides, each `key=value`
    /// @param quick whether to measure for seconds instead of minutes, with more noise
    /// @param progress told what is being done
    public Benchmarks(
            Function<List<String>, Settings> settings, boolean quick, Consumer<String> progress) {
        byName.put("core", new CoreBenchmark(settings.apply(List.of()), quick));
        add(
                "topology-100",
                settings,
                bench ->
                        ThroughputBenchmark.of(
                                bench, 100, quick ? 300_000 : 1_500_000, quick, progress));
        add(
                "topology-5000",
                settings,
                bench ->
                        ThroughputBenchmark.of(
                                bench, 5_000, quick ? 1_400_000 : 2_200_000, quick, progress));
        add("changelog", settings, bench -> new ChangelogBenchmark(bench, quick, progress));
        add("latency", settings, bench -> new LatencyBenchmark(bench, quick, progress));
        add("restore", settings, bench -> new RestoreBenchmark(bench, progress));
    }

    /// @return the benchmarks, unmodifiable
    public SequencedMap<String, Benchmark> byName() {
        return Collections.unmodifiableSequencedMap(byName);
    }

    /// A benchmark with a workbench of its own, which is gone afterwards.
    private void add(
            String name,
            Function<List<String>, Settings> settings,
            Function<Workbench, Benchmark> benchmark) {
        byName.put(
                name,
                () -> {
                    try (Workbench bench = Workbench.open(settings)) {
                        return benchmark.apply(bench).run();
                    }
                });
    }
}
