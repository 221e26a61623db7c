/// Models that learn one example at a time.
///
/// Read [io.candlestream.model.OnlineModel] first. Exponentials and logarithms are
/// [java.lang.StrictMath]'s, so that the same examples give the same bits on every machine. Imports
/// neither Kafka, files, clocks nor logging.
@NullMarked
package io.candlestream.model;

import org.jspecify.annotations.NullMarked;
