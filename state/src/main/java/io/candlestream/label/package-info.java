/// What a prediction is about: the rules by which the future names the class that came true.
///
/// Read [io.candlestream.label.DirectionRule] first. Imports neither Kafka, files, clocks nor
/// logging.
@NullMarked
package io.candlestream.label;

import org.jspecify.annotations.NullMarked;
