package io.candlestream.feature;

import static io.candlestream.feature.BatchColumns.change;
import static io.candlestream.feature.BatchColumns.cumulative;
import static io.candlestream.feature.BatchColumns.each;
import static io.candlestream.feature.BatchColumns.ema;
import static io.candlestream.feature.BatchColumns.lag;
import static io.candlestream.feature.BatchColumns.log;
import static io.candlestream.feature.BatchColumns.minus;
import static io.candlestream.feature.BatchColumns.percentage;
import static io.candlestream.feature.BatchColumns.product;
import static io.candlestream.feature.BatchColumns.ratio;
import static io.candlestream.feature.BatchColumns.rolling;
import static io.candlestream.feature.BatchColumns.sma;
import static io.candlestream.feature.BatchColumns.sum;
import static io.candlestream.feature.BatchDefinition.difference;
import static io.candlestream.feature.BatchDefinition.exact;

import io.candlestream.feature.BatchDefinition.Terms;
import io.candlestream.indicator.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Plain definitions of what volume says.
final class BatchVolumes {

    private static final double LARGEST = 1e100;

    private BatchVolumes() {}

    static List<BatchDefinition> definitions() {
        List<BatchDefinition> all = new ArrayList<>(sums());
        all.addAll(averages());
        all.addAll(ratios());
        return all;
    }

    private static List<BatchDefinition> sums() {
        return List.of(
                exact("obv", c -> cumulative(signed(c))),
                exact("ad", c -> cumulative(flow(c))),
                difference(
                        "ad_oscillator",
                        c -> new Terms(ema(cumulative(flow(c)), 3), ema(cumulative(flow(c)), 10))),
                exact(
                        "vpt",
                        c ->
                                cumulative(
                                        product(
                                                ratio(change(c.close, 1), lag(c.close, 1)),
                                                c.volume))),
                exact("nvi", c -> volumeIndex(c, -1)),
                exact("pvi", c -> volumeIndex(c, 1)),
                exact("chaikin_money_flow", c -> ratio(sum(flow(c), 20), sum(c.volume, 20))));
    }

    private static List<BatchDefinition> averages() {
        return List.of(
                exact("force_index", c -> ema(product(change(c.close, 1), c.volume), 13)),
                exact("ease_of_movement", c -> sma(ease(c), 14)),
                difference("klinger.line", c -> klinger(c)),
                exact("klinger.signal", c -> ema(klinger(c).difference(), 13)));
    }

    private static List<BatchDefinition> ratios() {
        return List.of(
                exact("volume_ratio", c -> ratio(c.volume, sma(c.volume, 20), 1)),
                exact("relative_volume", c -> relativeVolume(c, 20)),
                exact("volume_zscore", c -> rolling(c.volume, 20, Batch::zScore)),
                exact("pvo.line", c -> oscillator(c)),
                difference("pvo.signal", c -> ema(oscillator(c), 9), c -> c.each(_ -> 100)),
                difference("pvo.histogram", c -> new Terms(oscillator(c), ema(oscillator(c), 9))),
                exact("amihud", c -> amihud(c, 20)),
                exact("vwap", c -> BatchTrends.volumeWeighted(c, c.typical(), c.typical(), 20)),
                exact("session_vwap", BatchVolumes::sessionPrice));
    }

    private static double[] signed(BatchCandles c) {
        return c.each(row ->
                row == 0
                        ? c.volume[0]
                        : Math.signum(c.close[row] - c.close[row - 1]) * c.volume[row]);
    }

    private static double[] flow(BatchCandles c) {
        return c.each(row -> {
            double range = c.high[row] - c.low[row];
            double place = c.close[row] - c.low[row] - (c.high[row] - c.close[row]);
            return range == 0 ? 0 : place / range * c.volume[row];
        });
    }

    private static double[] volumeIndex(BatchCandles c, int direction) {
        double[] moves = log(c.close, lag(c.close, 1));
        double[] counted =
                each(
                        row ->
                                Math.signum(c.volume[row] - c.volume[row - 1]) == direction
                                        ? moves[row]
                                        : 0,
                        moves);
        double[] sums = cumulative(counted);
        return each(row -> 1000 * Math.exp(sums[row]), sums);
    }

    private static double[] ease(BatchCandles c) {
        double[] distance = change(c.median(), 1);
        return each(
                row ->
                        c.volume[row] == 0
                                ? 0
                                : Math.clamp(
                                        distance[row] * (c.high[row] - c.low[row]) / c.volume[row],
                                        -LARGEST,
                                        LARGEST),
                distance);
    }

    private static Terms klinger(BatchCandles c) {
        return new Terms(ema(force(c), 34), ema(force(c), 55));
    }

    private static double[] force(BatchCandles c) {
        double[] prices = c.each(row -> c.high[row] + c.low[row] + c.close[row]);
        double[] range = c.range();
        double[] forces = new double[c.size];
        forces[0] = Double.NaN;
        int trend = -1;
        int from = 1;
        for (int row = 1; row < c.size; row++) {
            int direction = (int) Math.signum(prices[row] - prices[row - 1]);
            if (direction == -trend) {
                trend = direction;
                from = row - 1;
            }
            double sum = Batch.sum(Arrays.copyOfRange(range, from, row + 1));
            double share = sum == 0 ? 0.5 : range[row] / sum;
            forces[row] = 100 * trend * c.volume[row] * Math.abs(2 * share - 1);
        }
        return forces;
    }

    private static double[] relativeVolume(BatchCandles c, int period) {
        double[] ratio = ratio(c.volume, lag(sma(c.volume, period), 1), 1);
        double[] mean = lag(sma(c.volume, period), 1);
        return each(row -> mean[row] == 0 ? 1 : Math.min(ratio[row], LARGEST), ratio);
    }

    private static double[] oscillator(BatchCandles c) {
        double[] slow = ema(c.volume, 26);
        return percentage(minus(ema(c.volume, 12), slow), slow);
    }

    private static double[] amihud(BatchCandles c, int period) {
        double[] returns = ratio(change(c.close, 1), lag(c.close, 1));
        double[] turnover = product(c.close, c.volume);
        double[] impact =
                each(
                        row ->
                                turnover[row] == 0
                                        ? 0
                                        : Math.min(Math.abs(returns[row]) / turnover[row], LARGEST),
                        returns);
        double[] traded = each(row -> turnover[row] == 0 ? 0 : 1, returns);
        return ratio(sum(impact, period), sum(traded, period));
    }

    private static double[] sessionPrice(BatchCandles c) {
        double[] price = c.typical();
        double[] turnover = product(price, c.volume);
        return c.each(row -> {
            int from = row;
            while (from > 0 && c.day[from - 1] == c.day[row]) {
                from--;
            }
            double volume = Batch.sum(Arrays.copyOfRange(c.volume, from, row + 1));
            return volume == 0
                    ? price[row]
                    : Batch.sum(Arrays.copyOfRange(turnover, from, row + 1)) / volume;
        });
    }
}
