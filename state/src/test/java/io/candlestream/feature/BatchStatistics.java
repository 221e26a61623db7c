package io.candlestream.feature;

import static io.candlestream.feature.BatchColumns.change;
import static io.candlestream.feature.BatchColumns.deviation;
import static io.candlestream.feature.BatchColumns.each;
import static io.candlestream.feature.BatchColumns.lag;
import static io.candlestream.feature.BatchColumns.rolling;
import static io.candlestream.feature.BatchColumns.variance;
import static io.candlestream.feature.BatchDefinition.difference;
import static io.candlestream.feature.BatchDefinition.exact;
import static io.candlestream.feature.BatchDefinition.within;

import io.candlestream.indicator.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Plain definitions of the statistics of windows.
final class BatchStatistics {

    private BatchStatistics() {}

    static List<BatchDefinition> definitions() {
        List<BatchDefinition> all = new ArrayList<>(moments());
        all.addAll(orders());
        all.addAll(lines());
        all.addAll(relations());
        all.addAll(fractals());
        return all;
    }

    private static List<BatchDefinition> moments() {
        return List.of(
                exact("stddev", c -> deviation(c.close, 20)),
                exact("variance", c -> variance(c.close, 20)),
                exact("zscore", c -> rolling(c.close, 20, Batch::zScore)),
                exact("zscore(volume,7)", c -> rolling(c.volume, 7, Batch::zScore)),
                within(1, "skewness", c -> rolling(c.close, 50, BatchStatistics::skewness)),
                exact("kurtosis", c -> rolling(c.close, 50, BatchStatistics::kurtosis)),
                exact(
                        "kurtosis(volume,33)",
                        c -> rolling(c.volume, 33, BatchStatistics::kurtosis)));
    }

    private static List<BatchDefinition> orders() {
        return List.of(
                exact("median", c -> rolling(c.close, 20, Batch::median)),
                exact("median(volume,3)", c -> rolling(c.volume, 3, Batch::median)),
                exact("mad", c -> rolling(c.close, 20, BatchStatistics::medianDeviation)),
                exact(
                        "mad(volume,21)",
                        c -> rolling(c.volume, 21, BatchStatistics::medianDeviation)),
                exact(
                        "percentile_rank",
                        c -> rolling(c.close, 100, BatchStatistics::percentileRank)),
                exact(
                        "percentile_rank(volume,2)",
                        c -> rolling(c.volume, 2, BatchStatistics::percentileRank)));
    }

    private static List<BatchDefinition> lines() {
        return List.of(
                exact("linear_regression.value", c -> line(c.close, 14, 13)),
                difference(
                        "linear_regression.slope",
                        c -> rolling(c.close, 14, BatchStatistics::slope),
                        c -> deviation(c.close, 14)),
                exact("linear_regression.intercept", c -> line(c.close, 14, 0)),
                difference(
                        "linear_regression.angle",
                        c -> rolling(c.close, 14, x -> Math.toDegrees(Math.atan(slope(x)))),
                        c -> rolling(c.close, 14, x -> Math.toDegrees(spread(x)))),
                exact("linear_regression.forecast", c -> line(c.close, 14, 14)));
    }

    private static List<BatchDefinition> relations() {
        return List.of(
                exact("correlation", c -> both(c.close, c.volume, 30, Batch::correlation)),
                exact("covariance", c -> both(c.close, c.volume, 30, Batch::covariance)),
                exact("beta", c -> both(c.close, c.volume, 30, BatchStatistics::beta)),
                exact(
                        "autocorrelation",
                        c -> both(c.close, lag(c.close, 1), 30, Batch::correlation)),
                exact(
                        "autocorrelation(30,3)",
                        c -> both(c.close, lag(c.close, 3), 30, Batch::correlation)));
    }

    private static List<BatchDefinition> fractals() {
        return List.of(
                exact("hurst", c -> rolling(change(c.close, 1), 100, BatchStatistics::hurst)),
                exact("hurst(37)", c -> rolling(change(c.close, 1), 37, BatchStatistics::hurst)),
                exact("fractal_dimension", c -> rolling(c.close, 30, BatchStatistics::sevcik)),
                exact("entropy", c -> rolling(change(c.close, 1), 50, BatchStatistics::signs)),
                exact("permutation_entropy", c -> rolling(c.close, 52, BatchStatistics::orders)),
                exact(
                        "permutation_entropy(40)",
                        c -> rolling(c.close, 42, BatchStatistics::orders)),
                exact("variance_ratio", c -> varianceRatio(c.close, 100, 5)));
    }

    private static double skewness(double[] window) {
        double variance = Batch.variance(window);
        return variance == 0 ? 0 : Batch.moment(window, 3) / variance / Math.sqrt(variance);
    }

    private static double kurtosis(double[] window) {
        double variance = Batch.variance(window);
        return variance == 0 ? 0 : Batch.moment(window, 4) / variance / variance - 3;
    }

    private static double medianDeviation(double[] window) {
        double median = Batch.median(window);
        return Batch.median(Arrays.stream(window).map(x -> Math.abs(x - median)).toArray());
    }

    private static double percentileRank(double[] window) {
        double newest = window[window.length - 1];
        double[] before = Arrays.copyOf(window, window.length - 1);
        long below = Arrays.stream(before).filter(x -> x < newest).count();
        long equal = Arrays.stream(before).filter(x -> x == newest).count();
        return 100 * (below + equal / 2.0) / before.length;
    }

    static double slope(double[] window) {
        double[] times = times(window.length);
        return Batch.covariance(times, window) / Batch.variance(times);
    }

    private static double spread(double[] window) {
        return Math.sqrt(Batch.variance(window));
    }

    private static double[] times(int count) {
        return IntStream.range(0, count).asDoubleStream().toArray();
    }

    private static double[] line(double[] column, int period, int time) {
        return rolling(
                column, period, x -> Batch.mean(x) + slope(x) * (time - Batch.mean(times(period))));
    }

    /// @param statistic of the last `period` pairs
    private static double[] both(
            double[] xs,
            double[] ys,
            int period,
            ToDoubleBiFunction<double[], double[]> statistic) {
        return each(
                row ->
                        statistic.applyAsDouble(
                                Arrays.copyOfRange(xs, row - period + 1, row + 1),
                                Arrays.copyOfRange(ys, row - period + 1, row + 1)),
                lag(xs, period - 1),
                lag(ys, period - 1));
    }

    private static double beta(double[] xs, double[] ys) {
        double variance = Batch.variance(ys);
        return variance == 0 ? 0 : Batch.covariance(xs, ys) / variance;
    }

    /// Rescaled ranges, newest block first.
    private static double hurst(double[] changes) {
        List<double[]> points = new ArrayList<>();
        for (int length = changes.length; length >= 8; length /= 2) {
            List<Double> ratios = new ArrayList<>();
            for (int to = changes.length; to - length >= 0; to -= length) {
                double ratio = rescaledRange(Arrays.copyOfRange(changes, to - length, to));
                if (ratio > 0) {
                    ratios.add(ratio);
                }
            }
            if (!ratios.isEmpty()) {
                double mean = ratios.stream().mapToDouble(ratio -> ratio).average().orElseThrow();
                points.add(new double[] {Math.log(length), Math.log(mean)});
            }
        }
        if (points.size() < 2) {
            return 0.5;
        }
        double[] xs = points.stream().mapToDouble(point -> point[0]).toArray();
        double[] ys = points.stream().mapToDouble(point -> point[1]).toArray();
        return Math.clamp(Batch.covariance(xs, ys) / Batch.variance(xs), 0, 1);
    }

    private static double rescaledRange(double[] changes) {
        double[] sums = Batch.deviations(changes);
        double deviation = Math.sqrt(Arrays.stream(sums).map(x -> x * x).sum() / sums.length);
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        double range =
                Math.max(0, Arrays.stream(sums).max().orElseThrow())
                        - Math.min(0, Arrays.stream(sums).min().orElseThrow());
        return deviation == 0 ? 0 : range / deviation;
    }

    private static double sevcik(double[] values) {
        double lowest = Arrays.stream(values).min().orElseThrow();
        double range = Arrays.stream(values).max().orElseThrow() - lowest;
        if (range == 0) {
            return 1;
        }
        int steps = values.length - 1;
        double length = 0;
        for (int i = 0; i < steps; i++) {
            length += Math.hypot((values[i + 1] - values[i]) / range, 1.0 / steps);
        }
        return 1 + Math.log(length) / Math.log(2.0 * steps);
    }

    private static double signs(double[] changes) {
        return bits(Arrays.stream(changes).mapToObj(Math::signum).map(sign -> sign + 0).toList());
    }

    private static double orders(double[] values) {
        return bits(
                IntStream.range(2, values.length)
                        .mapToObj(i -> order(Arrays.copyOfRange(values, i - 2, i + 1)))
                        .toList());
    }

    /// How many of the three each is above, which says their order.
    private static List<Integer> order(double[] values) {
        int first = above(values[0], values[1]) + above(values[0], values[2]);
        int second = 1 - above(values[0], values[1]) + above(values[1], values[2]);
        return List.of(first, second);
    }

    private static int above(double earlier, double later) {
        return earlier > later ? 1 : 0;
    }

    private static <T> double bits(List<T> symbols) {
        return symbols.stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(count -> (double) count / symbols.size())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }

    private static double[] varianceRatio(double[] column, int period, int span) {
        double[] one = variance(change(column, 1), period);
        double[] many = variance(change(column, span), period);
        return each(row -> one[row] == 0 ? 1 : many[row] / one[row] / span, many);
    }
}
