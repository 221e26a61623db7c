/// Training in epochs: a series' history becomes examples once, a model goes over the first part of
/// them again and again, the second part says when to stop, and the third is asked once what all
/// that was worth.
///
/// ```
/// candles -> Gathering -> Examples -> Split -> Parts
///                            |  FittedScaler     train | gap | validation | gap | test
///                            +-> Epochs (EarlyStopping, the best state kept) -> Trained -> Examination -> TestScore
/// ```
///
/// Read [io.candlestream.epoch.Gathering] first, then [io.candlestream.epoch.Epochs]. Features,
/// labels, scalers and models are those that run live. Imports neither Kafka, files, clocks nor
/// logging.
@NullMarked
package io.candlestream.epoch;

import org.jspecify.annotations.NullMarked;
