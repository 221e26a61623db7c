package io.candlestream.ta4j;

import java.util.List;
import org.ta4j.core.Indicator;

/// How an indicator of a [BarWindow] is made.
///
/// @param constructor what makes it
/// @param columns of the window, one for each source
/// @param numbers one for each number
record IndicatorRecipe(
        IndicatorConstructor constructor, List<Integer> columns, List<Double> numbers) {

    /// Keeps its own copies of the lists.
    IndicatorRecipe {
        columns = List.copyOf(columns);
        numbers = List.copyOf(numbers);
    }

    /// @throws IllegalArgumentException when ta4j refuses the numbers
    Indicator<?> make(BarColumns bars) {
        return constructor.make(
                bars.series(), columns.stream().map(bars::indicator).toList(), numbers);
    }
}
