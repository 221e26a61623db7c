/// History through the same learner that runs live, in this process and without Kafka.
///
/// ```
/// candle files -> Replay -> Learner per series -> the messages the topology would have sent
/// ```
///
/// Read [io.candlestream.replay.Replay] first.
@NullMarked
package io.candlestream.replay;

import org.jspecify.annotations.NullMarked;
