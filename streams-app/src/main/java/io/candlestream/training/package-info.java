/// The training pass over candle files: models in epochs, and what they were worth, as files.
///
/// ```
/// Examples a series -> SeriesTraining -> TrainedSeries -> CurvesCsv, TrainingReport, snapshots -> TrainingFolder
/// ```
///
/// Read [io.candlestream.training.SeriesTraining] first; how a model is trained is in
/// [io.candlestream.epoch].
@NullMarked
package io.candlestream.training;

import org.jspecify.annotations.NullMarked;
