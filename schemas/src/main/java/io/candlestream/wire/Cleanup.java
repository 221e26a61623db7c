package io.candlestream.wire;

/// What the broker does with old records of a topic.
public enum Cleanup {
    /// The oldest go when the topic is over its size; never by age.
    DELETE("delete"),
    /// The newest of each key stays.
    COMPACT("compact");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    /// @return the value of the topic setting `cleanup.policy`
    public String policy() {
        return policy;
    }
}
