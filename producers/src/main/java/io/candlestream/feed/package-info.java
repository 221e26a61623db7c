/// What publishes candles to the topic `candles`.
///
/// ```
/// CandleSource --FileFeed, at a Pace--> CandleMessage --producer--> candles
/// ```
///
/// Read [io.candlestream.feed.FileFeed] first. The messages are those of
/// [io.candlestream.feed.CandleMessage], in both directions.
@NullMarked
package io.candlestream.feed;

import org.jspecify.annotations.NullMarked;
