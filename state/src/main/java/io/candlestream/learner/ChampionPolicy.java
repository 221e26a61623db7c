package io.candlestream.learner;

/// When a challenger takes the champion's place.
///
/// @param isFixed whether the first model stays champion whatever happens
/// @param minimum outcomes with one champion before another is promoted, and before it is found
///   below the floor or above it again, at least 1
/// @param margin how much less a challenger must lose, as the whole 95 % confidence interval of the
///   mean difference says; at least 0, in the unit of the loss
/// @param coolDown outcomes for which no further promotion follows one, at least 0
/// @param floor least skill of a champion that is to be used; [Double#NEGATIVE_INFINITY] where any
///   is. Skill is one less its fading loss over that of the best baseline: 0 is as good as that
///   baseline, 1 is perfect
public record ChampionPolicy(
        boolean isFixed, int minimum, double margin, int coolDown, double floor) {

    /// The first model stays champion, however it does.
    public static final ChampionPolicy FIXED =
            new ChampionPolicy(true, 500, 0, 0, Double.NEGATIVE_INFINITY);

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when a number is out of range
    public ChampionPolicy {
        if (minimum < 1 || coolDown < 0) {
            throw new IllegalArgumentException(
                    "minimum must be at least 1 and cool_down at least 0, were %d and %d"
                            .formatted(minimum, coolDown));
        }
        if (!(margin >= 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("margin must be at least 0, was " + margin);
        }
        if (!(floor < 1)) {
            throw new IllegalArgumentException("floor must be less than 1, was " + floor);
        }
    }

    /// @return the canonical text in the grammar of expressions
    public String expression() {
        String floorText = floor == Double.NEGATIVE_INFINITY ? "none" : String.valueOf(floor);
        return isFixed
                ? "fixed(minimum=" + minimum + ",floor=" + floorText + ')'
                : "best(minimum=%d,margin=%s,cool_down=%d,floor=%s)"
                        .formatted(minimum, margin, coolDown, floorText);
    }
}
