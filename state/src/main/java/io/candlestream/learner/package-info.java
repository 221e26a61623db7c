/// The heart: one closed candle in, at most one outcome and one prediction out.
///
/// ```
/// Candle -> CandleGate -> mature -> score -> learn -> featurise -> predict -> remember -> Step
/// ```
///
/// Read [io.candlestream.learner.Learner] first, then [io.candlestream.learner.LearnerConfig]. The
/// topology, the replay and the benchmarks call the same object. Imports neither Kafka, files,
/// clocks nor logging.
@NullMarked
package io.candlestream.learner;

import org.jspecify.annotations.NullMarked;
