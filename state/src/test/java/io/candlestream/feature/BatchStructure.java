package io.candlestream.feature;

import static io.candlestream.feature.BatchColumns.abs;
import static io.candlestream.feature.BatchColumns.change;
import static io.candlestream.feature.BatchColumns.each;
import static io.candlestream.feature.BatchColumns.highest;
import static io.candlestream.feature.BatchColumns.lag;
import static io.candlestream.feature.BatchColumns.lowest;
import static io.candlestream.feature.BatchColumns.minus;
import static io.candlestream.feature.BatchColumns.percentage;
import static io.candlestream.feature.BatchColumns.plus;
import static io.candlestream.feature.BatchColumns.ratio;
import static io.candlestream.feature.BatchColumns.rolling;
import static io.candlestream.feature.BatchColumns.sma;
import static io.candlestream.feature.BatchColumns.sum;
import static io.candlestream.feature.BatchColumns.times;
import static io.candlestream.feature.BatchColumns.wilder;
import static io.candlestream.feature.BatchDefinition.exact;
import static io.candlestream.feature.BatchDefinition.within;

import io.candlestream.indicator.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Plain definitions of support, resistance and the strength of trends.
final class BatchStructure {

    private BatchStructure() {}

    static List<BatchDefinition> definitions() {
        List<BatchDefinition> all = new ArrayList<>(movement());
        all.addAll(extremes());
        all.addAll(turns());
        all.addAll(strength());
        return all;
    }

    private static List<BatchDefinition> movement() {
        return List.of(
                exact("plus_di", c -> direction(c, upward(c), 14)),
                exact("minus_di", c -> direction(c, downward(c), 14)),
                within(100, "dx", c -> index(c, 14)),
                exact("adx", c -> wilder(index(c, 14), 14)),
                exact("adxr", c -> ratedIndex(c, 14)),
                exact("aroon.down", c -> recency(negated(c.low), 25)),
                exact("aroon.up", c -> recency(c.high, 25)),
                exact(
                        "aroon.oscillator",
                        c -> minus(recency(c.high, 25), recency(negated(c.low), 25))),
                exact("vortex.plus", c -> vortex(c, c.high, lag(c.low, 1), 14)),
                exact("vortex.minus", c -> vortex(c, c.low, lag(c.high, 1), 14)),
                exact("choppiness", c -> choppiness(c, 14)));
    }

    private static List<BatchDefinition> extremes() {
        return List.of(
                exact("highest", c -> highest(c.close, 30)),
                exact("lowest", c -> lowest(c.close, 30)),
                exact("drawdown", c -> drawdown(c.close, 100)),
                exact("drawdown(volume,50)", c -> drawdown(c.volume, 50)),
                exact("breakout", c -> breakout(c, 20)),
                exact("range_expansion", c -> ratio(c.trueRange(), sma(c.trueRange(), 20), 1)),
                exact(
                        "higher_high_count",
                        c -> sum(each(i -> c.high[i] > c.high[i - 1] ? 1 : 0, lag(c.high, 1)), 20)),
                exact("candles_since_high", c -> age(c.high, 20)),
                exact("candles_since_low", c -> age(negated(c.low), 20)));
    }

    private static List<BatchDefinition> turns() {
        return List.of(
                exact("pivot_high", c -> lastPivot(c.high, 5, 5)),
                exact("pivot_low", c -> negated(lastPivot(negated(c.low), 5, 5))),
                exact("pivot_low(3,4)", c -> negated(lastPivot(negated(c.low), 3, 4))),
                exact(
                        "resistance_distance",
                        c -> ratio(minus(lastPivot(c.high, 10, 10), c.close), c.close)),
                exact(
                        "support_distance",
                        c -> ratio(plus(c.close, lastPivot(negated(c.low), 10, 10)), c.close)),
                exact("swing.high", c -> run(c.high, 5)),
                exact("swing.low", c -> negated(run(negated(c.low), 5))),
                exact("swing.trend", c -> trend(run(c.high, 5), run(negated(c.low), 5))),
                exact("classic_pivots.pivot", c -> level(c, "pivot")),
                exact("classic_pivots.r1", c -> level(c, "r1")),
                exact("classic_pivots.s1", c -> level(c, "s1")),
                exact("classic_pivots.r2", c -> level(c, "r2")),
                exact("classic_pivots.s2", c -> level(c, "s2")),
                exact("classic_pivot_distance.pivot", c -> distance(c, "pivot")),
                exact("classic_pivot_distance.r1", c -> distance(c, "r1")),
                exact("classic_pivot_distance.s1", c -> distance(c, "s1")),
                exact("classic_pivot_distance.r2", c -> distance(c, "r2")),
                exact("classic_pivot_distance.s2", c -> distance(c, "s2")));
    }

    private static List<BatchDefinition> strength() {
        return List.of(
                within(1, "trend_strength", c -> rolling(c.close, 20, BatchStructure::strength)),
                exact(
                        "efficiency_ratio",
                        c -> ratio(abs(change(c.close, 10)), sum(abs(change(c.close, 1)), 10))));
    }

    private static double[] upward(BatchCandles c) {
        return movement(change(c.high, 1), times(-1, change(c.low, 1)));
    }

    private static double[] downward(BatchCandles c) {
        return movement(times(-1, change(c.low, 1)), change(c.high, 1));
    }

    private static double[] movement(double[] one, double[] other) {
        return each(row -> one[row] > Math.max(other[row], 0) ? one[row] : 0, one);
    }

    private static double[] direction(BatchCandles c, double[] movement, int period) {
        return percentage(wilder(movement, period), c.atr(period));
    }

    /// Kept while there is no movement.
    private static double[] index(BatchCandles c, int period) {
        double[] plus = wilder(upward(c), period);
        double[] minus = wilder(downward(c), period);
        double[] index = new double[c.size];
        double held = 0;
        for (int row = 0; row < c.size; row++) {
            if (plus[row] + minus[row] > 0) {
                held = 100 * Math.abs(plus[row] - minus[row]) / (plus[row] + minus[row]);
            }
            index[row] = Double.isNaN(plus[row]) ? Double.NaN : held;
        }
        return index;
    }

    private static double[] ratedIndex(BatchCandles c, int period) {
        double[] average = wilder(index(c, period), period);
        return times(0.5, plus(average, lag(average, period - 1)));
    }

    private static double[] recency(double[] highs, int period) {
        double[] age = age(highs, period + 1);
        return each(row -> 100 * (period - age[row]) / period, age);
    }

    /// Candles since the highest of the last numbers, the latest of equal ones.
    private static double[] age(double[] highs, int period) {
        return rolling(
                highs,
                period,
                window -> {
                    int highest = period - 1;
                    for (int i = period - 1; i >= 0; i--) {
                        highest = window[i] > window[highest] ? i : highest;
                    }
                    return period - 1 - highest;
                });
    }

    private static double[] vortex(BatchCandles c, double[] near, double[] far, int period) {
        return ratio(sum(abs(minus(near, far)), period), sum(c.trueRange(), period));
    }

    private static double[] choppiness(BatchCandles c, int period) {
        double[] range = minus(highest(c.high, period), lowest(c.low, period));
        double[] way = sum(c.trueRange(), period);
        return each(
                row ->
                        range[row] == 0 || way[row] == 0
                                ? 100
                                : 100 * Math.log(way[row] / range[row]) / Math.log(period),
                way);
    }

    private static double[] drawdown(double[] column, int period) {
        double[] highest = highest(column, period);
        return each(
                row -> highest[row] > 0 ? (column[row] - highest[row]) / highest[row] : 0, highest);
    }

    private static double[] breakout(BatchCandles c, int period) {
        double[] before = lag(highest(c.high, period), 1);
        return ratio(minus(c.close, before), before);
    }

    /// Whether the number of a row is above those before it and not below those after it.
    private static boolean isPivot(double[] highs, int row, int left, int right) {
        boolean highest = true;
        for (int i = row - left; i <= row + right; i++) {
            highest &= i < row ? highs[row] > highs[i] : highs[row] >= highs[i];
        }
        return highest;
    }

    /// The rows of the pivots that are known after a row, latest first.
    private static List<Integer> pivots(double[] highs, int left, int right, int row, int most) {
        List<Integer> pivots = new ArrayList<>();
        for (int at = row - right; at >= left && pivots.size() < most; at--) {
            if (isPivot(highs, at, left, right)) {
                pivots.add(at);
            }
        }
        return pivots;
    }

    private static double[] lastPivot(double[] highs, int left, int right) {
        return each(
                row -> {
                    List<Integer> last = pivots(highs, left, right, row, 1);
                    return last.isEmpty()
                            ? Arrays.stream(highs, 0, row + 1).max().orElseThrow()
                            : highs[last.getFirst()];
                },
                lag(highs, left + right));
    }

    /// How many pivots in a row were higher than the one before, counted back from the last one.
    private static double[] run(double[] highs, int side) {
        return each(
                row -> {
                    List<Integer> pivots = pivots(highs, side, side, row, Integer.MAX_VALUE);
                    int run = 0;
                    for (int i = 0; i + 1 < pivots.size(); i++) {
                        int step = Double.compare(highs[pivots.get(i)], highs[pivots.get(i + 1)]);
                        if (step == 0 || step * run < 0) {
                            break;
                        }
                        run += step;
                    }
                    return run;
                },
                lag(highs, 2 * side));
    }

    /// @param lowRun counted of negated lows
    private static double[] trend(double[] highRun, double[] lowRun) {
        return each(
                row -> {
                    double high = Math.signum(highRun[row]);
                    return high == -Math.signum(lowRun[row]) ? high : 0;
                },
                highRun);
    }

    private static double[] level(BatchCandles c, String name) {
        return c.each(row -> {
            int to = lastOver(c, row);
            int from = to;
            while (from > 0 && c.day[from - 1] == c.day[to]) {
                from--;
            }
            double high = Arrays.stream(c.high, from, to + 1).max().orElseThrow();
            double low = Arrays.stream(c.low, from, to + 1).min().orElseThrow();
            double pivot = (high + low + c.close[to]) / 3;
            return switch (name) {
                case "r1" -> 2 * pivot - low;
                case "s1" -> 2 * pivot - high;
                case "r2" -> pivot + (high - low);
                case "s2" -> pivot - (high - low);
                default -> pivot;
            };
        });
    }

    /// The last row of the last day that is over, or this one where none is.
    private static int lastOver(BatchCandles c, int row) {
        for (int before = row; before > 0; before--) {
            if (c.day[before - 1] != c.day[before]) {
                return before - 1;
            }
        }
        return row;
    }

    private static double[] distance(BatchCandles c, String level) {
        return ratio(minus(c.close, level(c, level)), c.close);
    }

    private static double strength(double[] window) {
        double[] times = new double[window.length];
        Arrays.setAll(times, i -> i);
        double correlation = Batch.correlation(times, window);
        return correlation * Math.abs(correlation);
    }

    private static double[] negated(double[] column) {
        return times(-1, column);
    }
}
