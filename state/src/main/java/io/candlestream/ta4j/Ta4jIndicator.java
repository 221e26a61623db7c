package io.candlestream.ta4j;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.indicator.Node;
import java.util.List;

/// The value of an indicator of ta4j over the candles of a [BarWindow].
///
/// | quantity | meaning |
/// |---|---|
/// | input | the window |
/// | output | ta4j's value; the last finite one where ta4j has none, 0 before there was any |
/// | warm-up | what ta4j says, or longer where it has no number yet on a market made for trying |
/// | state | its value and a counter; the window has the rest |
///
/// Source: ta4j.
public final class Ta4jIndicator extends Node {

    private final Member member;
    private final int warmUp;
    private int count;

    /// An indicator that has seen nothing.
    ///
    /// @param columns for each source, which input of the window it is
    /// @param numbers for each number
    /// @throws IllegalArgumentException when ta4j refuses the numbers, or no number comes of them
    ///   as long as the window is
    public Ta4jIndicator(
            BarWindow window,
            IndicatorConstructor constructor,
            List<Integer> columns,
            List<Double> numbers) {
        super(window);
        IndicatorRecipe recipe = new IndicatorRecipe(constructor, columns, numbers);
        this.warmUp = window.warmUp(recipe);
        this.member = window.add(recipe);
    }

    @Override
    public void update() {
        if (Double.isFinite(member.latest())) {
            put(member.latest());
        }
        if (count < warmUp) {
            count++;
        }
    }

    @Override
    public int ownWarmUp() {
        return warmUp;
    }

    @Override
    public boolean ready() {
        return count == warmUp;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putInt(count);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        count = in.getCount(warmUp);
    }
}
