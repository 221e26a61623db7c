package io.candlestream.account;

/// What to hold at each close, from what is expected then, by a [PositionRule].
///
/// Where there are more classes than down and up, `p(up)` is the sum of all above the middle and
/// `p(down)` of all below it; a class in the middle says nothing of either and is left out.
///
/// No allocation per close. Not thread-safe.
public final class Positioner {

    private final PositionRule rule;
    private final Sides sides;
    private double target;
    private long heldCount;

    /// One that holds nothing.
    ///
    /// @param sides which it may take
    public Positioner(PositionRule rule, Sides sides) {
        this.rule = rule;
        this.sides = sides;
    }

    /// The score of a prediction.
    ///
    /// @param probabilities of classes that rise from the lowest returns to the highest
    /// @return share of rising in what is not flat, from 0 to 1; 0.5 where all is flat
    public static double score(double[] probabilities) {
        double down = 0;
        double up = 0;
        for (int i = 0, j = probabilities.length - 1; i < j; i++, j--) {
            down += probabilities[i];
            up += probabilities[j];
        }
        return up + down > 0 ? up / (up + down) : 0.5;
    }

    /// Decides at a close.
    ///
    /// @param score from 0 to 1
    /// @return the target: above 0 for long, 0 for flat, below 0 for short
    public double decide(double score) {
        heldCount++;
        if (target == 0 || (heldCount >= rule.minimumHolding() && isLeft(score))) {
            take(wanted(score));
        }
        return target;
    }

    /// Holds nothing at a close, whatever is expected.
    ///
    /// @return the target, 0
    public double leave() {
        take(0);
        return target;
    }

    private double wanted(double score) {
        if (score >= rule.buy()) {
            return rule.size().share(score);
        }
        // Not a negative zero, which is no other target.
        return score <= rule.sell() ? 0 + sides.allowed(-rule.size().share(1 - score)) : 0;
    }

    private boolean isLeft(double score) {
        return target > 0
                ? score <= rule.sell() || score < rule.buy() - rule.hysteresis()
                : score >= rule.buy() || score > rule.sell() + rule.hysteresis();
    }

    private void take(double next) {
        if (next != target) {
            heldCount = 0;
        }
        target = next;
    }
}
