package io.candlestream.feature;

import static io.candlestream.feature.BatchColumns.abs;
import static io.candlestream.feature.BatchColumns.change;
import static io.candlestream.feature.BatchColumns.each;
import static io.candlestream.feature.BatchColumns.ema;
import static io.candlestream.feature.BatchColumns.highest;
import static io.candlestream.feature.BatchColumns.lag;
import static io.candlestream.feature.BatchColumns.largest;
import static io.candlestream.feature.BatchColumns.log;
import static io.candlestream.feature.BatchColumns.lowest;
import static io.candlestream.feature.BatchColumns.minus;
import static io.candlestream.feature.BatchColumns.percentage;
import static io.candlestream.feature.BatchColumns.plus;
import static io.candlestream.feature.BatchColumns.position;
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
import static io.candlestream.feature.BatchDefinition.within;

import io.candlestream.feature.BatchDefinition.Terms;
import io.candlestream.indicator.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Plain definitions of rates of change and oscillators.
final class BatchMomentum {

    private BatchMomentum() {}

    static List<BatchDefinition> definitions() {
        List<BatchDefinition> all = new ArrayList<>(changes());
        all.addAll(distances());
        all.addAll(oscillators());
        all.addAll(positions());
        return all;
    }

    private static List<BatchDefinition> changes() {
        return List.of(
                exact("return", c -> ratio(change(c.close, 1), lag(c.close, 1))),
                exact("return(24)", c -> ratio(change(c.close, 24), lag(c.close, 24))),
                exact("log_return", c -> log(c.close, lag(c.close, 1))),
                exact("log_return(24)", c -> log(c.close, lag(c.close, 24))),
                exact("momentum", c -> change(c.close, 10)),
                exact("roc", c -> roc(c.close, 10)),
                difference(
                        "acceleration", c -> new Terms(roc(c.close, 10), lag(roc(c.close, 10), 1))),
                difference("trix", c -> trix(c.close, 15)),
                exact("coppock", c -> wma(plus(roc(c.close, 14), roc(c.close, 11)), 10)),
                difference(
                        "kst",
                        c -> knowSureThing(c.close),
                        c -> times(4, largest(roc(c.close, 30), 15))),
                exact(
                        "tsi",
                        c ->
                                percentage(
                                        smooth(change(c.close, 1)),
                                        smooth(abs(change(c.close, 1))))));
    }

    private static List<BatchDefinition> distances() {
        return List.of(
                difference("macd.line", c -> line(c.close, 12, 26)),
                difference(
                        "macd.signal",
                        c -> ema(line(c.close, 12, 26).difference(), 9),
                        c -> ema(line(c.close, 12, 26).larger(), 9)),
                difference(
                        "macd.histogram",
                        c -> {
                            double[] line = line(c.close, 12, 26).difference();
                            return minus(line, ema(line, 9));
                        },
                        c -> line(c.close, 12, 26).larger()),
                difference("apo", c -> line(c.close, 12, 26)),
                difference(
                        "ppo",
                        c ->
                                new Terms(
                                        percentage(ema(c.close, 12), ema(c.close, 26)),
                                        c.each(_ -> 100))),
                difference("dpo", c -> new Terms(c.close, lag(sma(c.close, 20), 11))),
                difference("awesome_oscillator", c -> awesome(c)),
                difference(
                        "accelerator",
                        c -> new Terms(awesome(c).difference(), sma(awesome(c).difference(), 5))),
                exact(
                        "pretty_good_oscillator",
                        c -> ratio(minus(c.close, sma(c.close, 14)), ema(c.trueRange(), 14))),
                difference("elder_ray.bull", c -> new Terms(c.high, ema(c.close, 13))),
                difference("elder_ray.bear", c -> new Terms(c.low, ema(c.close, 13))),
                exact("schaff_trend_cycle", c -> schaff(c.close, 23, 50, 10)));
    }

    private static List<BatchDefinition> oscillators() {
        return List.of(
                exact("rsi", c -> rsi(c.close, 14)),
                within(100, "cmo", c -> cmo(c.close, 14)),
                exact("connors_rsi", c -> connors(c.close, 3, 2, 100)),
                difference(
                        "cci",
                        c -> rolling(c.typical(), 20, BatchMomentum::channelIndex),
                        c -> rolling(c.typical(), 20, BatchMomentum::largestChannelIndex)),
                exact("mfi", c -> moneyFlow(c, 14)),
                exact("bop", c -> ratio(c.body(), c.range())),
                difference(
                        "rvi",
                        c -> ratio(sma(swing(c.body()), 10), sma(swing(c.range()), 10)),
                        c -> ratio(largest(c.body(), 13), sma(swing(c.range()), 10))),
                difference("qstick", c -> sma(c.body(), 14), c -> largest(c.body(), 14)));
    }

    private static List<BatchDefinition> positions() {
        return List.of(
                exact("stochastic.k", c -> sma(inCandles(c, 14), 3)),
                exact("stochastic.d", c -> sma(sma(inCandles(c, 14), 3), 3)),
                exact("fast_stochastic.k", c -> inCandles(c, 14)),
                exact("fast_stochastic.d", c -> sma(inCandles(c, 14), 3)),
                within(100, "stochastic_rsi.k", c -> inIndexRange(rsi(c.close, 14), 14)),
                within(100, "stochastic_rsi.d", c -> sma(inIndexRange(rsi(c.close, 14), 14), 3)),
                exact(
                        "williams_r",
                        c ->
                                percentage(
                                        minus(c.close, highest(c.high, 14)),
                                        minus(highest(c.high, 14), lowest(c.low, 14)))),
                exact("ultimate_oscillator", BatchMomentum::ultimate),
                exact("fisher_transform", c -> fisher(c.median(), 10)));
    }

    private static double[] roc(double[] column, int period) {
        return percentage(change(column, period), lag(column, period));
    }

    private static Terms trix(double[] column, int period) {
        double[] average = ema(ema(ema(column, period), period), period);
        return new Terms(percentage(average, lag(average, 1)), each(_ -> 100, column));
    }

    private static double[] knowSureThing(double[] column) {
        double[] first = sma(roc(column, 10), 10);
        double[] second = sma(roc(column, 15), 10);
        double[] third = sma(roc(column, 20), 10);
        double[] fourth = sma(roc(column, 30), 15);
        return each(row -> first[row] + 2 * second[row] + 3 * third[row] + 4 * fourth[row], fourth);
    }

    private static double[] smooth(double[] column) {
        return ema(ema(column, 25), 13);
    }

    private static Terms line(double[] column, int fast, int slow) {
        return new Terms(ema(column, fast), ema(column, slow));
    }

    private static Terms awesome(BatchCandles candles) {
        return new Terms(sma(candles.median(), 5), sma(candles.median(), 34));
    }

    private static double[] schaff(double[] column, int fast, int slow, int cycle) {
        double[] once = smoothPosition(line(column, fast, slow).difference(), cycle);
        return times(100, smoothPosition(once, cycle));
    }

    /// The position is kept while there is no range.
    private static double[] smoothPosition(double[] column, int period) {
        double[] lowest = lowest(column, period);
        double[] highest = highest(column, period);
        double[] position = new double[column.length];
        double held = 0;
        for (int row = 0; row < column.length; row++) {
            if (highest[row] > lowest[row]) {
                held = (column[row] - lowest[row]) / (highest[row] - lowest[row]);
            }
            position[row] = Double.isNaN(lowest[row]) ? Double.NaN : held;
        }
        return ema(position, 3);
    }

    private static double[] gain(double[] column) {
        return each(row -> Math.max(0, column[row] - column[row - 1]), change(column, 1));
    }

    private static double[] loss(double[] column) {
        return each(row -> Math.max(0, column[row - 1] - column[row]), change(column, 1));
    }

    private static double[] rsi(double[] column, int period) {
        double[] gain = wilder(gain(column), period);
        return percentage(gain, plus(gain, wilder(loss(column), period)));
    }

    private static double[] cmo(double[] column, int period) {
        double[] gain = wilder(gain(column), period);
        double[] loss = wilder(loss(column), period);
        return percentage(minus(gain, loss), plus(gain, loss));
    }

    private static double[] connors(double[] column, int price, int run, int rank) {
        double[] ofPrice = rsi(column, price);
        double[] ofRun = rsi(BatchPrices.streak(column), run);
        double[] ofChange =
                rolling(
                        roc(column, 1),
                        rank + 1,
                        window ->
                                100.0
                                        * Arrays.stream(window)
                                                .filter(roc -> roc < window[rank])
                                                .count()
                                        / rank);
        return each(
                row -> (ofPrice[row] + ofRun[row] + ofChange[row]) / 3, ofChange, ofRun, ofPrice);
    }

    private static double channelIndex(double[] window) {
        double[] deviations = Batch.deviations(window);
        double mean = Batch.mean(Arrays.stream(deviations).map(Math::abs).toArray());
        return mean == 0 ? 0 : deviations[deviations.length - 1] / (0.015 * mean);
    }

    /// What the channel index would be at the value of the window that is furthest from the mean.
    private static double largestChannelIndex(double[] window) {
        double[] distances = Arrays.stream(Batch.deviations(window)).map(Math::abs).toArray();
        double mean = Batch.mean(distances);
        return mean == 0 ? 0 : Arrays.stream(distances).max().orElseThrow() / (0.015 * mean);
    }

    private static double[] moneyFlow(BatchCandles candles, int period) {
        double[] price = candles.typical();
        double[] turnover = product(price, candles.volume);
        double[] change = change(price, 1);
        double[] up = sum(each(row -> change[row] > 0 ? turnover[row] : 0, change), period);
        double[] down = sum(each(row -> change[row] < 0 ? turnover[row] : 0, change), period);
        return percentage(up, plus(up, down));
    }

    private static double[] swing(double[] column) {
        return each(
                row ->
                        (column[row] + 2 * column[row - 1] + 2 * column[row - 2] + column[row - 3])
                                / 6,
                lag(column, 3));
    }

    private static double[] inCandles(BatchCandles c, int period) {
        return times(100, position(c.close, lowest(c.low, period), highest(c.high, period)));
    }

    /// A range of less than 1e-9 is no movement but what the average of no changes is rounded by.
    private static double[] inIndexRange(double[] column, int period) {
        double[] lowest = lowest(column, period);
        double[] highest = highest(column, period);
        double[] position = position(column, lowest, highest);
        return each(row -> highest[row] - lowest[row] < 1e-9 ? 0 : 100 * position[row], position);
    }

    private static double[] ultimate(BatchCandles c) {
        double[] before = lag(c.close, 1);
        double[] pressure = each(i -> c.close[i] - Math.min(c.low[i], before[i]), before);
        double[] fast = percentage(sum(pressure, 7), sum(c.trueRange(), 7));
        double[] middle = percentage(sum(pressure, 14), sum(c.trueRange(), 14));
        double[] slow = percentage(sum(pressure, 28), sum(c.trueRange(), 28));
        return each(row -> (4 * fast[row] + 2 * middle[row] + slow[row]) / 7, slow);
    }

    private static double[] fisher(double[] column, int period) {
        double[] lowest = lowest(column, period);
        double[] highest = highest(column, period);
        double[] position = position(column, lowest, highest);
        double[] transforms = new double[column.length];
        double smooth = 0;
        double transform = 0;
        for (int row = 0; row < column.length; row++) {
            if (row >= period - 1) {
                double place = highest[row] == lowest[row] ? 0.5 : position[row];
                smooth = 0.33 * (2 * place - 1) + 0.67 * smooth;
                smooth = smooth > 0.99 ? 0.999 : smooth < -0.99 ? -0.999 : smooth;
                transform = 0.5 * Math.log((1 + smooth) / (1 - smooth)) + 0.5 * transform;
            }
            transforms[row] = row >= period - 1 ? transform : Double.NaN;
        }
        return transforms;
    }
}
