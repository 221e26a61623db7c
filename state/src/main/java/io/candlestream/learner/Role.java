package io.candlestream.learner;

import java.util.Locale;

/// What a forecaster is there for.
public enum Role {
    /// The model whose predictions are meant to be used.
    CHAMPION,
    /// A model that learns from the same candles and could take the champion's place.
    CHALLENGER,
    /// The champion while its skill is below the floor: not meant to be used.
    NONE,
    /// A yardstick that no model is worth anything without beating.
    BASELINE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
