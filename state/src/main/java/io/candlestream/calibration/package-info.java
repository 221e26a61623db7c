/// From what a model says to what may be believed: probabilities that come true as often as they
/// say, and sets and bands that hold the truth as often as was asked for.
///
/// ```
/// raw probabilities -> Calibrator    -> calibrated probabilities      learn(raw, label)
/// probabilities     -> ConformalSets -> the classes it may be         learn(probabilities, label)
/// predicted number  -> ConformalBands -> radius around it             learn(predicted, truth)
///
/// CalibrationConfig.None         what the model says
/// CalibrationConfig.Temperature  one temperature for all classes      few parameters, little noise
/// CalibrationConfig.Platt        a scale and an offset a class        also mends a class said too often
/// CalibrationConfig.Isotonic     a rising curve a class               any shape; needs many outcomes
/// ```
///
/// All of it learns outcome by outcome, behind the model: it reads what the model gave and never
/// changes the model.
///
/// Read [io.candlestream.calibration.Calibrator] first, then
/// [io.candlestream.calibration.ConformalConfig]. Exponentials and logarithms are those of
/// [io.candlestream.model.Exponential]. Imports neither Kafka, files, clocks nor logging.
@NullMarked
package io.candlestream.calibration;

import org.jspecify.annotations.NullMarked;
