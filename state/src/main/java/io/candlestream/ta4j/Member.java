package io.candlestream.ta4j;

import org.jspecify.annotations.Nullable;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.Num;

/// One indicator over a [BarWindow], made anew with the first bar of every series: some cannot be
/// made before.
final class Member {

    private final IndicatorRecipe recipe;
    private @Nullable Indicator<?> indicator;
    private double latest = Double.NaN;

    Member(IndicatorRecipe recipe) {
        this.recipe = recipe;
    }

    /// Forgets everything: a new series is about to begin.
    void begin() {
        indicator = null;
    }

    /// Takes the indicator's value at the newest bar. Whatever ta4j throws is a value that is not
    /// there: no candle may stop a service.
    void see(BarColumns bars) {
        try {
            if (indicator == null) {
                indicator = recipe.make(bars);
            }
            latest =
                    indicator.getValue(bars.size() - 1) instanceof Num number
                            ? number.doubleValue()
                            : Double.NaN;
        } catch (RuntimeException refused) {
            latest = Double.NaN;
        }
    }

    /// @return the value at the newest bar, NaN or infinite where ta4j has none
    double latest() {
        return latest;
    }
}
