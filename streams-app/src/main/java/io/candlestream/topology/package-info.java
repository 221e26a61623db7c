/// The Kafka Streams topology around the learner.
///
/// ```
/// candles -> learner (store: learner) -> predictions, outcomes, metrics, models, rejections
///                ^
/// signals -> signal-history (store: signal-history) -> rejections      where features read signals
/// ```
///
/// Read [io.candlestream.topology.LearnerTopology] first, then
/// [io.candlestream.topology.LearnerStreams]. Everything that is computed is computed by
/// [io.candlestream.learner.Learner]; here it is only fed and its results are sent on.
@NullMarked
package io.candlestream.topology;

import org.jspecify.annotations.NullMarked;
