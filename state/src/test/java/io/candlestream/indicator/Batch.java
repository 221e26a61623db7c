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

    /// The mean of all numbers.
    public static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }

    /// The population variance of all numbers, in two passes, corrected for the mean's rounding.
    public static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        double rest = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }
        return (squares - rest * rest / values.length) / values.length;
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
