/// Indicators of ta4j, computed by ta4j itself, as nodes of a graph.
///
/// ```
/// candle -> BarWindow (the last 512 to 768 bars, made a ta4j series) -> Ta4jIndicator -> value
///             each indicator is made by an IndicatorConstructor of an IndicatorClass
/// ```
///
/// The one package that imports ta4j and looks up classes while it runs. ta4j makes objects for
/// every candle, so the rule that the hot path allocates nothing does not hold here.
///
/// Read [io.candlestream.ta4j.BarWindow] first. Imports neither Kafka, files, clocks nor logging.
@NullMarked
package io.candlestream.ta4j;

import org.jspecify.annotations.NullMarked;
