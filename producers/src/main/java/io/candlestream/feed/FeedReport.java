package io.candlestream.feed;

/// What a feed has done.
///
/// @param published candles that the cluster has acknowledged
/// @param badRowCount rows that could not be understood, and candles that open before 1970, for
///   which Kafka has no timestamp
/// @param isComplete false when the feed was interrupted before the end of its source
public record FeedReport(long published, long badRowCount, boolean isComplete) {}
