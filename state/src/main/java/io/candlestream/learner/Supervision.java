package io.candlestream.learner;

import io.candlestream.drift.DriftConfig;
import org.jspecify.annotations.Nullable;

/// How models are watched while they run, and what follows from it.
///
/// @param drift what notices that a model's losses have grown, null where nothing does
/// @param reaction what is done then
/// @param champion when a challenger takes the champion's place
public record Supervision(@Nullable DriftConfig drift, Reaction reaction, ChampionPolicy champion) {

    /// Nobody watches, and the first model stays champion.
    public static final Supervision NONE =
            new Supervision(null, new Reaction.Alert(), ChampionPolicy.FIXED);

    /// Checks that there can be such a detector.
    ///
    /// @throws IllegalArgumentException when a parameter of it is out of range
    public Supervision {
        if (drift != null) {
            drift.create();
        }
    }

    /// @return the canonical text
    public String expression() {
        return (drift == null ? "none" : drift.expression())
                + "->"
                + reaction.expression()
                + ";champion="
                + champion.expression();
    }
}
