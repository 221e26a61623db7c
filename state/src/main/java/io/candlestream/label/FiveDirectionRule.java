package io.candlestream.label;

import java.util.List;

/// Whether the close moves strongly or moderately, down or up, or stays about flat within a
/// horizon.
///
/// ```
/// forward return = close(t + horizon) / close(t) - 1
/// strong_up      when the forward return > the upper strong cut
/// up             when it is above the upper cut only
/// strong_down    when the forward return < the lower strong cut
/// down           when it is below the lower cut only
/// flat           otherwise
/// ```
///
/// On a cut exactly, a return belongs to the class nearer to flat. The cuts are those of the
/// [Threshold], as it stands at `t`, and of the same threshold at the size `strong`. A gap
/// lengthens the time of a horizon, not its candles.
///
/// @param horizon candles until the label is known, from 1 to 100,000
/// @param threshold how far the close must go to move
/// @param strong how far it must go to move strongly, in the unit of the threshold: greater than
///   the threshold's size, but of quantiles, which are shares of what lies beyond, less
public record FiveDirectionRule(int horizon, Threshold threshold, double strong)
        implements LabelRule {

    /// The names of the classes in the order of their indices.
    public static final List<String> CLASS_NAMES =
            List.of("strong_down", "down", "flat", "up", "strong_up");

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException when a number is outside its range, or `strong` is no
    ///   further than the threshold
    public FiveDirectionRule {
        Parameters.horizon(horizon);
        double size = threshold.resized(strong).size();
        boolean isFurther =
                threshold instanceof Threshold.Quantiles
                        ? size < threshold.size()
                        : size > threshold.size();
        if (!isFurther) {
            throw new IllegalArgumentException(
                    "strong must be further than %s, was %s"
                            .formatted(threshold.expression(), strong));
        }
    }

    @Override
    public List<String> classNames() {
        return CLASS_NAMES;
    }

    @Override
    public String expression() {
        String key = threshold instanceof Threshold.FixedBps ? "strong_bps=" : "strong=";
        return "direction5(horizon=%d,%s,%s)"
                .formatted(horizon, threshold.expression(), key + strong);
    }

    /// @return a labeller whose predictions keep their close and, where they may differ, their cuts
    @Override
    public Labeller create() {
        return new DirectionLabeller(2, Cuts.of(horizon, threshold, threshold.resized(strong)));
    }
}
