/// What the learner sees of a series: a named, ordered vector of numbers, and their scaling.
///
/// ```
/// Candle -> Features.update -> values -> StandardScaler -> the model
/// ```
///
/// Read [io.candlestream.feature.FeatureSet] and [io.candlestream.feature.Features] first. Imports
/// neither Kafka, files, clocks nor logging.
@NullMarked
package io.candlestream.feature;

import org.jspecify.annotations.NullMarked;
