/// What the learner sees of a series: a named, ordered vector of numbers, and their scaling.
///
/// ```
/// Candle -> Features.update -> values -> Scaler -> the model
///
/// text -> ExpressionParser -> ExpressionCompiler -> GraphBuilder -> IndicatorGraph -> values
///                               Catalog: Definition -^
/// ```
///
/// Read [io.candlestream.feature.FeatureSet] and [io.candlestream.feature.Features] first; for
/// expressions [io.candlestream.feature.FeatureExpressions], [io.candlestream.feature.Definition]
/// and [io.candlestream.feature.ExpressionCompiler]. Imports neither Kafka, files, clocks nor
/// logging.
@NullMarked
package io.candlestream.feature;

import org.jspecify.annotations.NullMarked;
