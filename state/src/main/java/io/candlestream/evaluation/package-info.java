/// Honest scores while the stream runs: every prediction is judged before anything is learned from
/// its label, and always beside baselines that know nothing but labels.
///
/// ```
/// probabilities, predicted, label -> Prequential -> Measures over all time, Measures fading
/// label -> MajorityClass, LastClass -> probabilities -> Prequential -> Measures of the baseline
///
/// probabilities, predicted, label -> ClassTally: ConfusionMatrix, Calibration, losses; RecentClasses: AUC
/// prediction, value               -> NumberTally: errors, correlation; RecentNumbers: rank correlation
/// losses of two forecasters       -> PairedDifference -> mean, confidence interval
/// ```
///
/// What [io.candlestream.evaluation.RecentClasses] and [io.candlestream.evaluation.RecentNumbers]
/// tell of a window is computed from its outcomes when somebody asks, so an outcome costs the same
/// however much is measured of it. Detectors of drift are in `io.candlestream.drift`.
///
/// Read [io.candlestream.evaluation.Prequential] first, then
/// [io.candlestream.evaluation.ClassTally]. Logarithms are those of
/// [io.candlestream.model.Exponential]. Imports neither Kafka, files, clocks nor logging.
@NullMarked
package io.candlestream.evaluation;

import org.jspecify.annotations.NullMarked;
