package io.candlestream.indicator;

import io.candlestream.candle.Candle;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Indicators by their plain definitions, over arrays: slow, and without memory.
public final class Batch {

    private Batch() {}

    /// One number of every candle.
    public static double[] of(List<Candle> candles, ToDoubleFunction<Candle> source) {
        return candles.stream().mapToDouble(source).toArray();
    }

    /// The last `count` numbers.
    public static double[] last(double[] values, int count) {
        return Arrays.copyOfRange(values, values.length - count, values.length);
    }

    /// The change of each number over the one before, as a share of it; one shorter than the input.
    public static double[] returns(double[] values) {
        return IntStream.range(1, values.length)
                .mapToDouble(i -> values[i] / values[i - 1] - 1)
                .toArray();
    }

    /// The sum of all numbers, with what rounding takes from it.
    public static double sum(double[] values) {
        double sum = 0;
        double rest = 0;
        for (double value : values) {
            double next = sum + value;
            rest += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        return sum + rest;
    }

    /// The mean of all numbers.
    public static double mean(double[] values) {
        return values[0] + meanFromFirst(values);
    }

    /// How far every number is from the mean of all.
    public static double[] deviations(double[] values) {
        double mean = meanFromFirst(values);
        return Arrays.stream(values).map(value -> value - values[0] - mean).toArray();
    }

    /// The mean of how far the numbers are from the first one, so that equal ones are exactly 0.
    private static double meanFromFirst(double[] values) {
        return sum(Arrays.stream(values).map(value -> value - values[0]).toArray()) / values.length;
    }

    /// The mean of the powers of how far the numbers are from their mean.
    public static double moment(double[] values, int power) {
        double[] powers = deviations(values);
        Arrays.setAll(powers, i -> Math.pow(powers[i], power));
        return sum(powers) / powers.length;
    }

    /// The population variance of all numbers.
    public static double variance(double[] values) {
        return moment(values, 2);
    }

    /// The population covariance of as many numbers.
    public static double covariance(double[] xs, double[] ys) {
        double[] products = deviations(xs);
        double[] others = deviations(ys);
        Arrays.setAll(products, i -> products[i] * others[i]);
        return sum(products) / products.length;
    }

    /// Pearson's correlation of as many numbers, 0 where either do not vary.
    public static double correlation(double[] xs, double[] ys) {
        double deviations = Math.sqrt(variance(xs)) * Math.sqrt(variance(ys));
        return deviations == 0 ? 0 : Math.clamp(covariance(xs, ys) / deviations, -1, 1);
    }

    /// The middle number, or the mean of the two middle ones.
    public static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /// The average after every number from the `period`-th on, seeded with a plain mean.
    ///
    /// @param weight of the newest number
    public static double[] averages(double[] values, int period, double weight) {
        double[] averages = new double[values.length - period + 1];
        averages[0] = mean(Arrays.copyOf(values, period));
        for (int i = 1; i < averages.length; i++) {
            averages[i] = weight * values[i + period - 1] + (1 - weight) * averages[i - 1];
        }
        return averages;
    }

    /// The exponential moving average after the last number.
    public static double ema(double[] values, int period) {
        double[] averages = averages(values, period, 2.0 / (period + 1));
        return averages[averages.length - 1];
    }

    /// Wilder's average after the last number.
    public static double wilder(double[] values, int period) {
        double[] averages = averages(values, period, 1.0 / period);
        return averages[averages.length - 1];
    }

    /// Line, signal and histogram after the last number.
    public static double[] macd(double[] values, int fast, int slow, int signal) {
        double[] slowAverages = averages(values, slow, 2.0 / (slow + 1));
        double[] fastAverages = last(averages(values, fast, 2.0 / (fast + 1)), slowAverages.length);
        double[] lines =
                IntStream.range(0, slowAverages.length)
                        .mapToDouble(i -> fastAverages[i] - slowAverages[i])
                        .toArray();
        double line = lines[lines.length - 1];
        double average = ema(lines, signal);
        return new double[] {line, average, line - average};
    }

    /// The relative strength index after the last number.
    public static double rsi(double[] closes, int period) {
        double[] changes =
                IntStream.range(1, closes.length)
                        .mapToDouble(i -> closes[i] - closes[i - 1])
                        .toArray();
        double gain = wilder(Arrays.stream(changes).map(c -> Math.max(c, 0)).toArray(), period);
        double loss = wilder(Arrays.stream(changes).map(c -> Math.max(-c, 0)).toArray(), period);
        return gain + loss == 0 ? 0 : 100 * gain / (gain + loss);
    }

    /// The average true range after the last candle.
    public static double atr(List<Candle> candles, int period) {
        double[] ranges =
                IntStream.range(1, candles.size())
                        .mapToDouble(i -> trueRange(candles.get(i), candles.get(i - 1).close()))
                        .toArray();
        return wilder(ranges, period);
    }

    /// Standard deviations of the last number above the mean, 0 when there is no deviation.
    public static double zScore(double[] values) {
        double deviation = Math.sqrt(variance(values));
        boolean isFlat = Arrays.stream(values).distinct().count() == 1;
        return isFlat ? 0 : (values[values.length - 1] - mean(values)) / deviation;
    }

    private static double trueRange(Candle candle, double previousClose) {
        double range = candle.high() - candle.low();
        double up = Math.abs(candle.high() - previousClose);
        double down = Math.abs(candle.low() - previousClose);
        return Math.max(range, Math.max(up, down));
    }
}
