package io.candlestream.model;

import io.candlestream.codec.Stateful;

/// A [Mixing] at work; its formulas are there. Not thread-safe: owned by one stream task.
interface Mixer extends Stateful {

    /// The least probability of what came true that counts.
    double LEAST = 1e-15;

    /// The weights themselves.
    double[] weights();

    /// Moves the weights.
    ///
    /// @param parts of every member the probability it gave to what came true, at least [#LEAST]
    ///   and at most 1
    void learn(double[] parts);

    static Mixer of(Mixing mixing, int count) {
        return switch (mixing) {
            case Mixing.Hedge hedge -> new HedgeMixer(hedge, count);
            case Mixing.OnlineNewton newton -> new NewtonMixer(newton, count);
        };
    }
}
