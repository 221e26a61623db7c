package io.candlestream.settings;

/// How topics are named and made, keys `topics.*`.
///
/// @param prefix goes before every topic name; up to 100 characters, may be empty
/// @param partitions of topics that do not exist yet, from 1 to 10,000
/// @param replicationFactor of topics that do not exist yet, from 1 to 100
public record TopicSettings(String prefix, int partitions, int replicationFactor) {

    /// Checks every value.
    ///
    /// @throws SettingsException when one is out of range
    public TopicSettings {
        Range.checkName("topics.prefix", prefix, 0);
        Range.check("topics.partitions", partitions, 1, 10_000);
        Range.check("topics.replication-factor", replicationFactor, 1, 100);
    }
}
