package io.candlestream.model;

/// A passive-aggressive linear model: it moves no further than it must to be right about an
/// example, and not at all when it was.
///
/// ```
/// classes   loss = max(0, 1 - y p)                 direction y, 1 or -1
/// numbers   loss = max(0, |p - y| - epsilon)       direction sign(y - p)
///
/// step = min(c, loss / x.x)                        PA-I
///      = loss / (x.x + 1 / (2 c))                  PA-II
/// step = min(step, clip / sqrt(1 + x.x))
/// w   <- limit(w + step direction x)
/// b   <- limit(b + step direction)
/// ```
///
/// As scikit-learn, but that in PA-I an example of zeros alone moves the intercept by `c`, the
/// limit of the formula, and there by nothing. Probabilities are those of [ClassLoss#HINGE].
///
/// Source: K. Crammer et al., _Online passive-aggressive algorithms_, JMLR 7, 2006.
///
/// @param c how aggressive it is, from 1e-9 to 1e9
/// @param variant 1 for PA-I, 2 for PA-II
/// @param epsilon tolerance of a model of numbers, at least 0; of no meaning for classes
/// @param clip greatest Euclidean norm of a step, from 0.001 to 1e9
public record PassiveAggressiveConfig(double c, int variant, double epsilon, double clip)
        implements ModelConfig {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when one is violated
    public PassiveAggressiveConfig {
        if (!(c >= 1e-9 && c <= 1e9)) {
            throw new IllegalArgumentException("c must be from 1.0E-9 to 1.0E9, was " + c);
        }
        if (variant != 1 && variant != 2) {
            throw new IllegalArgumentException("variant must be 1 or 2, was " + variant);
        }
        new NumberLoss.EpsilonInsensitive(epsilon);
        Clip.check(clip);
    }

    @Override
    public String id() {
        return "passive_aggressive";
    }

    @Override
    public String expression() {
        return "passive_aggressive(c=%s,variant=%s,epsilon=%s,clip=%s)"
                .formatted(c, variant, epsilon, clip);
    }

    @Override
    public OnlineClassifier create(int featureCount, int classCount) {
        return OneVsRest.where(
                new Shape(featureCount, classCount),
                () ->
                        new LinearClassifier(
                                featureCount,
                                ClassLoss.HINGE,
                                new PassiveAggressiveRule(this, ClassLoss.HINGE, featureCount)));
    }

    @Override
    public OnlineRegressor createRegressor(int featureCount) {
        Shape.checkFeatureCount(featureCount);
        NumberLoss loss = new NumberLoss.EpsilonInsensitive(epsilon);
        return new LinearRegressor(
                featureCount, loss, new PassiveAggressiveRule(this, loss, featureCount));
    }
}
