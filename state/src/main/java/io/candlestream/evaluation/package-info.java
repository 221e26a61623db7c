/// Honest scores while the stream runs: every prediction is judged before anything is learned from
/// its label, and always beside baselines that know nothing but labels.
///
/// ```
/// probabilities, predicted, label -> Prequential -> Measures over all time, Measures fading
/// label -> MajorityClass, LastClass -> probabilities -> Prequential -> Measures of the baseline
/// ```
///
/// Read [io.candlestream.evaluation.Prequential] first. Logarithms are those of
/// [io.candlestream.model.Exponential]. Imports neither Kafka, files, clocks nor logging.
@NullMarked
package io.candlestream.evaluation;

import org.jspecify.annotations.NullMarked;
