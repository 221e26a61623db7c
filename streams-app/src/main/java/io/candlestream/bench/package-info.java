/// The load harness behind the command `bench`: what this machine does, each figure beside its own
/// limit, measured in the same run.
///
/// ```
/// Benchmarks -> Workbench (broker, folder, topics) -> one Benchmark after the other -> Figures
/// ```
///
/// Read [io.candlestream.bench.Figure] and [io.candlestream.bench.ThroughputBenchmark] first. The
/// service runs with the settings a user has; nothing here is on the service's own path.
@NullMarked
package io.candlestream.bench;

import org.jspecify.annotations.NullMarked;
