package io.candlestream.ta4j;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.indicator.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The last candles as a series of ta4j, and every ta4j indicator over it; it has no value of its
/// own: [Ta4jIndicator] reads those of the indicators.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the candle's own numbers, and the sources that are none of them |
/// | warm-up | 1 candle |
/// | state | 768 candles, 48 bytes each and 8 for every source, once for all indicators over them |
///
/// An indicator of ta4j remembers what it computed, and that memory cannot be saved. So it is
/// thrown away at fixed places: a series begins with the first candle and grows to 768 bars; with
/// the candle after that a new series begins with the last 512 of them, and new indicators see
/// those one after the other, as they see all that follow. What an indicator has seen depends on
/// the candles since that place only. They are the state, and after a restart new indicators see
/// them again, in the same order, so every number is the same to the bit, stopped or not.
///
/// Up to the 768th candle the numbers are those of ta4j over all candles. From then on an indicator
/// that never forgets, as a balance of volume, begins anew every 256 candles and jumps there; one
/// that forgets differs by what it would remember of candles 512 ago.
///
/// ta4j makes objects: an update allocates, and every 256 candles it takes as long as 512 others.
/// It rounds exponentials, logarithms and powers as the platform likes, so numbers that need them
/// may differ in the last bit between processors.
public final class BarWindow extends Node {

    /// With how many bars a new series begins: what the numbers of an indicator may ask for.
    public static final int KEPT = 512;

    private static final int STEP = 256;

    private final Node[] inputs;
    private final int kept;
    private final double[][] columns;
    private final List<Member> members = new ArrayList<>();
    private int size;

    /// Null until the candles that are remembered must be seen.
    private @Nullable BarColumns bars;

    /// A window that has seen nothing.
    ///
    /// @param openTime UTC epoch milliseconds, rising
    /// @param quotes open, high, low, close and volume
    /// @param sources what else indicators read
    public BarWindow(Node openTime, List<Node> quotes, List<Node> sources) {
        this(KEPT, STEP, openTime, quotes, sources);
    }

    /// @param kept with how many bars a series begins
    /// @param step how many it grows by
    BarWindow(int kept, int step, Node openTime, List<Node> quotes, List<Node> sources) {
        super(inputs(openTime, quotes, sources));
        this.inputs = inputs().toArray(Node[]::new);
        this.kept = kept;
        this.columns = new double[inputs.length][kept + step];
    }

    private static Node[] inputs(Node openTime, List<Node> quotes, List<Node> sources) {
        return Stream.of(List.of(openTime), quotes, sources)
                .flatMap(List::stream)
                .toArray(Node[]::new);
    }

    /// Takes in an indicator, before the first update.
    Member add(IndicatorRecipe recipe) {
        Member member = new Member(recipe);
        members.add(member);
        return member;
    }

    /// @return how many candles of any market an indicator needs for a number
    int warmUp(IndicatorRecipe recipe) {
        return Trial.warmUp(recipe, columns.length, kept);
    }

    @Override
    public void update() {
        if (size == columns[0].length) {
            forgetOldest();
        }
        for (int i = 0; i < columns.length; i++) {
            columns[i][size] = inputs[i].value();
        }
        size++;
        if (bars == null) {
            seeAll();
        } else {
            see(bars);
        }
    }

    private void forgetOldest() {
        for (double[] column : columns) {
            System.arraycopy(column, size - kept, column, 0, kept);
            Arrays.fill(column, kept, column.length, 0);
        }
        size = kept;
        bars = null;
    }

    private void seeAll() {
        BarColumns anew = new BarColumns(columns);
        members.forEach(Member::begin);
        while (anew.size() < size) {
            see(anew);
        }
        bars = anew;
    }

    private void see(BarColumns series) {
        series.addNext();
        for (Member member : members) {
            member.see(series);
        }
    }

    @Override
    public int ownWarmUp() {
        return 1;
    }

    @Override
    public boolean ready() {
        return size > 0;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putInt(size);
        for (double[] column : columns) {
            out.putDoubles(column);
        }
    }

    /// The indicators see the candles with the next update, not yet.
    @Override
    protected void restoreMemory(StateInput in) {
        size = in.getCount(columns[0].length);
        for (double[] column : columns) {
            in.getDoubles(column);
        }
        bars = null;
    }
}
