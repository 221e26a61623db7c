package io.candlestream.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How Kafka Streams runs, keys `streams.*`.
///
/// @param threads stream threads of this instance, from 1 to 1,000
/// @param commitIntervalMs milliseconds between commits, from 1 to an hour
/// @param liveSeries series whose state is kept in memory, from 1 to 100,000,000
/// @param standbyReplicas copies of the state on other instances, from 0 to 100
/// @param properties raw Kafka Streams settings, which win over what we set; unmodifiable, in the
///   order given
public record StreamsSettings(
        int threads,
        int commitIntervalMs,
        int liveSeries,
        int standbyReplicas,
        Map<String, String> properties) {

    private static final int HOUR_MS = 3_600_000;

    /// Checks every number.
    ///
    /// @throws SettingsException when one is out of range
    public StreamsSettings {
        Range.check("streams.threads", threads, 1, 1_000);
        Range.check("streams.commit-interval-ms", commitIntervalMs, 1, HOUR_MS);
        Range.check("streams.live-series", liveSeries, 1, 100_000_000);
        Range.check("streams.standby-replicas", standbyReplicas, 0, 100);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}
