/// What a prediction is about: the rules by which the future names the class or the number that
/// came true.
///
/// ```
/// LabelRule --create--> Labeller --putContext--> a waiting prediction --mature, `horizon` candles later--> label
/// ```
///
/// Read [io.candlestream.label.LabelRule] first, then [io.candlestream.label.Labeller] and
/// [io.candlestream.label.DirectionRule]. Imports neither Kafka, files, clocks nor logging.
@NullMarked
package io.candlestream.label;

import org.jspecify.annotations.NullMarked;
