package io.candlestream.feature;

import static io.candlestream.feature.BatchColumns.abs;
import static io.candlestream.feature.BatchColumns.change;
import static io.candlestream.feature.BatchColumns.each;
import static io.candlestream.feature.BatchColumns.ema;
import static io.candlestream.feature.BatchColumns.lag;
import static io.candlestream.feature.BatchColumns.middle;
import static io.candlestream.feature.BatchColumns.minus;
import static io.candlestream.feature.BatchColumns.plus;
import static io.candlestream.feature.BatchColumns.product;
import static io.candlestream.feature.BatchColumns.ratio;
import static io.candlestream.feature.BatchColumns.rolling;
import static io.candlestream.feature.BatchColumns.sma;
import static io.candlestream.feature.BatchColumns.sum;
import static io.candlestream.feature.BatchColumns.times;
import static io.candlestream.feature.BatchColumns.wilder;
import static io.candlestream.feature.BatchColumns.wma;
import static io.candlestream.feature.BatchDefinition.difference;
import static io.candlestream.feature.BatchDefinition.exact;

import io.candlestream.feature.BatchDefinition.Terms;
import io.candlestream.indicator.Batch;
import java.util.Arrays;
import java.util.List;

/// Plain definitions of averages and trend lines.
final class BatchTrends {

    private BatchTrends() {}

    static List<BatchDefinition> definitions() {
        return List.of(
                exact("sma", c -> sma(c.close, 20)),
                exact("sma(volume,33)", c -> sma(c.volume, 33)),
                exact("ema", c -> ema(c.close, 20)),
                exact("wma", c -> wma(c.close, 20)),
                exact("wma(volume,7)", c -> wma(c.volume, 7)),
                exact("trima", c -> sma(sma(c.close, 10), 11)),
                exact("dema", c -> minus(times(2, ema(c.close, 20)), ema(ema(c.close, 20), 20))),
                exact("tema", c -> tema(c.close, 20)),
                exact("t3", c -> tillson(c.close, 5, 0.7)),
                exact("smma", c -> wilder(c.close, 14)),
                exact("hull", c -> hull(c.close, 16)),
                exact("hull(9)", c -> hull(c.close, 9)),
                exact("zlema", c -> ema(minus(times(2, c.close), lag(c.close, 9)), 20)),
                exact("alma", c -> bellCurve(c.close, 9, 0.85, 6)),
                exact("alma(30,0.5,4)", c -> bellCurve(c.close, 30, 0.5, 4)),
                exact("vwma", c -> volumeWeighted(c, c.close, sma(c.close, 20), 20)),
                exact("kama", c -> kaufman(c.close, 10)),
                exact("vidya", c -> chande(c.close, 12, 9)),
                exact("mcginley", c -> mcginley(c.close, 14)),
                exact("ichimoku.conversion", c -> middle(c.high, c.low, 9)),
                exact("ichimoku.base", c -> middle(c.high, c.low, 26)),
                exact("ichimoku.span_a", BatchTrends::spanA),
                exact("ichimoku.span_b", BatchTrends::spanB),
                difference(
                        "ichimoku.lagging_distance",
                        c -> new Terms(ratio(c.close, lag(c.close, 26)), c.each(_ -> 1))),
                exact("ichimoku.cloud_distance", BatchTrends::cloudDistance),
                exact("supertrend.value", c -> supertrend(c, 10, 3)[0]),
                exact("supertrend.direction", c -> supertrend(c, 10, 3)[1]),
                exact("supertrend.distance", c -> supertrend(c, 10, 3)[2]),
                exact("sar", c -> parabolic(c, 0.02, 0.2)),
                exact("sma_distance", c -> distance(c.close, sma(c.close, 20))),
                difference(
                        "ema_distance",
                        c -> new Terms(ratio(c.close, ema(c.close, 20)), c.each(_ -> 1))),
                exact("midpoint", c -> middle(c.close, c.close, 14)),
                exact("midprice", c -> middle(c.high, c.low, 14)));
    }

    private static double[] tema(double[] column, int period) {
        double[] once = ema(column, period);
        double[] twice = ema(once, period);
        double[] thrice = ema(twice, period);
        return each(row -> 3 * once[row] - 3 * twice[row] + thrice[row], thrice);
    }

    private static double[] tillson(double[] column, int period, double v) {
        double[] third = ema(ema(ema(column, period), period), period);
        double[] fourth = ema(third, period);
        double[] fifth = ema(fourth, period);
        double[] sixth = ema(fifth, period);
        double u = 1 + v;
        return each(
                row ->
                        u * u * u * third[row]
                                - 3 * v * u * u * fourth[row]
                                + 3 * v * v * u * fifth[row]
                                - v * v * v * sixth[row],
                sixth);
    }

    private static double[] hull(double[] column, int period) {
        double[] ahead = minus(times(2, wma(column, period / 2)), wma(column, period));
        return wma(ahead, (int) Math.sqrt(period));
    }

    private static double[] bellCurve(double[] column, int period, double offset, double sigma) {
        return rolling(
                column,
                period,
                window -> {
                    double[] terms = new double[period];
                    double[] weights = new double[period];
                    for (int i = 0; i < period; i++) {
                        double away = (i - offset * (period - 1)) / (period / sigma);
                        weights[i] = Math.exp(-away * away / 2);
                        terms[i] = weights[i] * window[i];
                    }
                    return Batch.sum(terms) / Batch.sum(weights);
                });
    }

    /// @param otherwise what holds when nothing was traded
    static double[] volumeWeighted(
            BatchCandles candles, double[] price, double[] otherwise, int period) {
        double[] turnover = sum(product(price, candles.volume), period);
        double[] volume = sum(candles.volume, period);
        return each(
                row -> volume[row] == 0 ? otherwise[row] : turnover[row] / volume[row],
                otherwise,
                volume);
    }

    private static double[] kaufman(double[] column, int period) {
        double[] way = sum(abs(change(column, 1)), period);
        double[] efficiency = ratio(abs(change(column, period)), way, 1);
        double[] share = each(row -> efficiency[row] * (2.0 / 3 - 2.0 / 31) + 2.0 / 31, way);
        return adaptive(column, product(share, share));
    }

    private static double[] chande(double[] column, int period, int momentum) {
        double[] up =
                sum(each(row -> Math.max(0, column[row] - column[row - 1]), lag(column, 1)), 9);
        double[] down =
                sum(
                        each(row -> Math.max(0, column[row - 1] - column[row]), lag(column, 1)),
                        momentum);
        double[] strength = abs(ratio(minus(up, down), plus(up, down)));
        return adaptive(column, times(2.0 / (period + 1), strength));
    }

    private static double[] adaptive(double[] column, double[] share) {
        double[] averages = new double[column.length];
        double average = Double.NaN;
        for (int row = 0; row < column.length; row++) {
            if (!Double.isNaN(share[row])) {
                average = Double.isNaN(average) ? column[row - 1] : average;
                average = (1 - share[row]) * average + share[row] * column[row];
            }
            averages[row] = average;
        }
        return averages;
    }

    private static double[] mcginley(double[] column, int period) {
        double[] averages = column.clone();
        for (int row = 1; row < column.length; row++) {
            double before = averages[row - 1];
            double share = 1 / (period * Math.pow(column[row] / before, 4));
            averages[row] = before + Math.min(share, 1) * (column[row] - before);
        }
        return averages;
    }

    private static double[] spanA(BatchCandles c) {
        return lag(times(0.5, plus(middle(c.high, c.low, 9), middle(c.high, c.low, 26))), 26);
    }

    private static double[] spanB(BatchCandles c) {
        return lag(middle(c.high, c.low, 52), 26);
    }

    private static double[] cloudDistance(BatchCandles c) {
        double[] spanA = spanA(c);
        double[] spanB = spanB(c);
        return each(
                row -> {
                    double toA = c.close[row] - spanA[row];
                    double toB = c.close[row] - spanB[row];
                    boolean between = Math.signum(toA) != Math.signum(toB);
                    double nearest = Math.abs(toA) < Math.abs(toB) ? toA : toB;
                    return between ? 0 : nearest / c.close[row];
                },
                spanA,
                spanB);
    }

    /// Band, direction and distance.
    private static double[][] supertrend(BatchCandles c, int period, double width) {
        double[] range = c.atr(period);
        double[] middle = c.median();
        double[][] trend = new double[3][c.size];
        for (double[] column : trend) {
            Arrays.fill(column, Double.NaN);
        }
        double upper = Double.POSITIVE_INFINITY;
        double lower = Double.NEGATIVE_INFINITY;
        boolean rising = false;
        for (int row = period; row < c.size; row++) {
            double above = middle[row] + width * range[row];
            double below = middle[row] - width * range[row];
            upper = above < upper || c.close[row - 1] > upper ? above : upper;
            lower = below > lower || c.close[row - 1] < lower ? below : lower;
            rising = rising ? c.close[row] >= lower : c.close[row] > upper;
            trend[0][row] = rising ? lower : upper;
            trend[1][row] = rising ? 1 : -1;
            trend[2][row] = (c.close[row] - trend[0][row]) / c.close[row];
        }
        return trend;
    }

    /// As TA-Lib goes about it: downward is upward with all prices negated.
    private static double[] parabolic(BatchCandles c, double step, double most) {
        double[] stops = new double[c.size];
        stops[0] = Double.NaN;
        double down = c.low[0] - c.low[1];
        boolean upward = !(down > 0 && down > c.high[1] - c.high[0]);
        double stop = upward ? c.low[0] : c.high[0];
        double extreme = upward ? c.high[1] : c.low[1];
        double factor = step;
        for (int row = 1; row < c.size; row++) {
            int before = Math.max(1, row - 1);
            if (upward ? c.low[row] <= stop : c.high[row] >= stop) {
                upward = !upward;
                stop = kept(c, extreme, before, row, upward);
                stops[row] = stop;
                factor = step;
                extreme = upward ? c.high[row] : c.low[row];
            } else {
                stops[row] = stop;
                if (upward ? c.high[row] > extreme : c.low[row] < extreme) {
                    factor = Math.min(factor + step, most);
                    extreme = upward ? c.high[row] : c.low[row];
                }
            }
            stop = kept(c, stop + factor * (extreme - stop), before, row, upward);
        }
        return stops;
    }

    private static double kept(BatchCandles c, double stop, int before, int row, boolean upward) {
        return upward
                ? Math.min(stop, Math.min(c.low[before], c.low[row]))
                : Math.max(stop, Math.max(c.high[before], c.high[row]));
    }

    private static double[] distance(double[] column, double[] average) {
        return ratio(minus(column, average), average);
    }
}
