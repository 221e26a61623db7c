package io.candlestream.learner;

import java.util.Locale;

/// Something about a series' models that somebody should know.
///
/// @param kind what it is
/// @param model number of the model it is about; where a feature jumped, of the champion
/// @param other number of the model that was champion before a promotion; else that of the model
/// @param by who noticed: the name of a drift detector, what decided a promotion, or the feature
///   that jumped
/// @param before a figure of before, whose meaning the kind says
/// @param after the same figure of after
public record Event(Kind kind, int model, int other, String by, double before, double after) {

    /// What an event is.
    public enum Kind {
        /// The model's losses have grown: its loss over all time, and its fading loss.
        DRIFT,
        /// The model is champion from now on: the former champion's fading loss, and its own.
        PROMOTION,
        /// The champion has fallen below the floor: the floor, and its skill.
        BELOW_FLOOR,
        /// A feature is far beyond all it has been: its greatest magnitude until then, and its
        /// value.
        FEATURE_JUMP,
        /// The champion is above the floor again: the floor, and its skill.
        ABOVE_FLOOR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
