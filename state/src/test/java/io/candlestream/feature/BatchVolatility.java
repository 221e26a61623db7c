package io.candlestream.feature;

import static io.candlestream.feature.BatchColumns.change;
import static io.candlestream.feature.BatchColumns.deviation;
import static io.candlestream.feature.BatchColumns.each;
import static io.candlestream.feature.BatchColumns.ema;
import static io.candlestream.feature.BatchColumns.highest;
import static io.candlestream.feature.BatchColumns.lag;
import static io.candlestream.feature.BatchColumns.log;
import static io.candlestream.feature.BatchColumns.lowest;
import static io.candlestream.feature.BatchColumns.middle;
import static io.candlestream.feature.BatchColumns.minus;
import static io.candlestream.feature.BatchColumns.percentage;
import static io.candlestream.feature.BatchColumns.plus;
import static io.candlestream.feature.BatchColumns.product;
import static io.candlestream.feature.BatchColumns.ratio;
import static io.candlestream.feature.BatchColumns.rolling;
import static io.candlestream.feature.BatchColumns.sma;
import static io.candlestream.feature.BatchColumns.sum;
import static io.candlestream.feature.BatchColumns.times;
import static io.candlestream.feature.BatchColumns.variance;
import static io.candlestream.feature.BatchDefinition.difference;
import static io.candlestream.feature.BatchDefinition.exact;

import io.candlestream.feature.BatchDefinition.Terms;
import io.candlestream.indicator.Batch;
import java.util.ArrayList;
import java.util.List;

/// Plain definitions of ranges, deviations and bands.
final class BatchVolatility {

    private BatchVolatility() {}

    static List<BatchDefinition> definitions() {
        List<BatchDefinition> all = new ArrayList<>(ranges());
        all.addAll(bands());
        all.addAll(estimators());
        return all;
    }

    private static List<BatchDefinition> ranges() {
        return List.of(
                exact("mass_index", c -> massIndex(c.range(), 9, 25)),
                exact("true_range", BatchCandles::trueRange),
                exact("atr", c -> c.atr(14)),
                exact("natr", c -> percentage(c.atr(14), c.close)),
                exact("atr_ratio", c -> ratio(c.atr(7), c.atr(28), 1)),
                exact("ulcer_index", c -> ulcerIndex(c.close, 14)));
    }

    private static List<BatchDefinition> bands() {
        return List.of(
                exact(
                        "bollinger.upper",
                        c -> plus(sma(c.close, 20), times(2, deviation(c.close, 20)))),
                exact("bollinger.middle", c -> sma(c.close, 20)),
                difference("bollinger.lower", BatchVolatility::bollingerLower),
                exact(
                        "bollinger.percent_b",
                        c -> rolling(c.close, 20, x -> 0.5 + Batch.zScore(x) / 4)),
                exact(
                        "bollinger.bandwidth",
                        c -> ratio(times(4, deviation(c.close, 20)), sma(c.close, 20))),
                exact("keltner.upper", c -> plus(ema(c.close, 20), times(2, c.atr(10)))),
                exact("keltner.middle", c -> ema(c.close, 20)),
                difference("keltner.lower", c -> new Terms(ema(c.close, 20), times(2, c.atr(10)))),
                exact("donchian.upper", c -> highest(c.high, 20)),
                exact("donchian.middle", c -> middle(c.high, c.low, 20)),
                exact("donchian.lower", c -> lowest(c.low, 20)),
                difference(
                        "chandelier.long",
                        c -> new Terms(highest(c.high, 22), times(3, c.atr(22)))),
                exact("chandelier.short", c -> plus(lowest(c.low, 22), times(3, c.atr(22)))));
    }

    private static List<BatchDefinition> estimators() {
        return List.of(
                exact("volatility", c -> deviation(ratio(change(c.close, 1), lag(c.close, 1)), 20)),
                exact(
                        "close_to_close",
                        c ->
                                times(
                                        Math.sqrt(20.0 / 19),
                                        deviation(log(c.close, lag(c.close, 1)), 20))),
                exact("parkinson", c -> root(sma(parkinson(c), 20))),
                exact("garman_klass", c -> root(sma(garmanKlass(c), 20))),
                exact("rogers_satchell", c -> root(sma(rogersSatchell(c), 20))),
                exact("yang_zhang", c -> yangZhang(c, 20)));
    }

    private static double[] massIndex(double[] range, int smoothing, int period) {
        double[] once = ema(range, smoothing);
        return sum(ratio(once, ema(once, smoothing), 1), period);
    }

    private static double[] ulcerIndex(double[] column, int period) {
        double[] highest = highest(column, period);
        double[] drawdown = percentage(minus(column, highest), highest);
        return root(sma(product(drawdown, drawdown), period));
    }

    private static Terms bollingerLower(BatchCandles c) {
        return new Terms(sma(c.close, 20), times(2, deviation(c.close, 20)));
    }

    private static double[] parkinson(BatchCandles c) {
        double[] range = log(c.high, c.low);
        return times(1 / (4 * Math.log(2)), product(range, range));
    }

    private static double[] garmanKlass(BatchCandles c) {
        double[] range = log(c.high, c.low);
        double[] body = log(c.close, c.open);
        return minus(
                times(0.5, product(range, range)), times(2 * Math.log(2) - 1, product(body, body)));
    }

    private static double[] rogersSatchell(BatchCandles c) {
        return plus(
                product(log(c.high, c.close), log(c.high, c.open)),
                product(log(c.low, c.close), log(c.low, c.open)));
    }

    private static double[] yangZhang(BatchCandles c, int period) {
        double toSample = period / (period - 1.0);
        double[] gaps = variance(log(c.open, lag(c.close, 1)), period);
        double[] bodies = variance(log(c.close, c.open), period);
        double[] ranges = sma(rogersSatchell(c), period);
        double k = 0.34 / (1.34 + (period + 1.0) / (period - 1.0));
        return root(
                each(
                        row -> toSample * (gaps[row] + k * bodies[row]) + (1 - k) * ranges[row],
                        gaps));
    }

    private static double[] root(double[] squares) {
        return each(row -> Math.sqrt(Math.max(0, squares[row])), squares);
    }
}
