/// Detectors of change in a stream of losses: has the forecaster become worse than it was?
///
/// ```
/// loss of an outcome -> DriftDetector -> STABLE, WARNING or DRIFT
/// Adwin         a window that is cut where its parts differ      no threshold to tune
/// PageHinkley   the cumulated excess over the mean so far        quickest for one known size of change
/// Ddm, Eddm     the error rate, the distance of errors           for hits and misses
/// Kswin         the distribution of the latest losses            for changes of shape
/// ```
///
/// Beside `evaluation`, not in it: a detector reads losses and nothing else of scores. Read
/// [io.candlestream.drift.DriftDetector] first. Logarithms are those of
/// [io.candlestream.model.Exponential]. Imports neither Kafka, files, clocks nor logging.
@NullMarked
package io.candlestream.drift;

import org.jspecify.annotations.NullMarked;
