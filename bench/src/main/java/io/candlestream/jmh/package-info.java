/// JMH benchmarks of what runs once a candle: the core, each part of it beside the whole, and the
/// serdes.
///
/// Read [io.candlestream.jmh.LearnerBenchmark] first.
@NullMarked
package io.candlestream.jmh;

import org.jspecify.annotations.NullMarked;
