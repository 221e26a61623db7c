package io.candlestream.feature;

import static io.candlestream.feature.BatchColumns.each;
import static io.candlestream.feature.BatchColumns.highest;
import static io.candlestream.feature.BatchColumns.lag;
import static io.candlestream.feature.BatchColumns.lowest;
import static io.candlestream.feature.BatchColumns.position;
import static io.candlestream.feature.BatchColumns.ratio;
import static io.candlestream.feature.BatchDefinition.difference;
import static io.candlestream.feature.BatchDefinition.exact;

import io.candlestream.feature.BatchDefinition.Terms;
import java.util.List;

/// Plain definitions of what follows from one or two candles.
final class BatchPrices {

    private BatchPrices() {}

    static List<BatchDefinition> definitions() {
        return List.of(
                exact("open", c -> c.open),
                exact("high", c -> c.high),
                exact("low", c -> c.low),
                exact("close", c -> c.close),
                exact("volume", c -> c.volume),
                exact("typical_price", BatchCandles::typical),
                exact("median_price", BatchCandles::median),
                exact(
                        "weighted_close",
                        c -> c.each(i -> (c.high[i] + c.low[i]) / 4 + c.close[i] / 2)),
                exact(
                        "close_in_range",
                        c -> place(c.close, lowest(c.low, 20), highest(c.high, 20))),
                exact(
                        "price_position",
                        c -> place(c.close, lowest(c.close, 20), highest(c.close, 20))),
                exact(
                        "price_position(volume,7)",
                        c -> place(c.volume, lowest(c.volume, 7), highest(c.volume, 7))),
                exact("true_range_ratio", c -> ratio(c.trueRange(), c.close)),
                exact("high_low_ratio", c -> ratio(highest(c.high, 20), lowest(c.low, 20))),
                exact("candle.range", c -> ratio(c.range(), c.close)),
                exact("candle.body", c -> ratio(c.body(), c.close)),
                exact(
                        "candle.upper_shadow",
                        c ->
                                c.each(i ->
                                        (c.high[i] - Math.max(c.open[i], c.close[i]))
                                                / c.close[i])),
                exact(
                        "candle.lower_shadow",
                        c ->
                                c.each(i ->
                                        (Math.min(c.open[i], c.close[i]) - c.low[i]) / c.close[i])),
                exact("candle.direction", c -> c.each(i -> Math.signum(c.close[i] - c.open[i]))),
                difference("gap", c -> new Terms(ratio(c.open, lag(c.close, 1)), c.each(_ -> 1))),
                exact("body_ratio", c -> each(i -> Math.min(1, Math.abs(share(c, i))), c.close)),
                exact("inside_bar", c -> nested(c, lag(c.high, 1), lag(c.low, 1), 1)),
                exact("outside_bar", c -> nested(c, lag(c.high, 1), lag(c.low, 1), -1)),
                exact("streak", c -> streak(c.close)),
                exact("heikin_ashi.open", BatchPrices::heikinAshiOpen),
                exact("heikin_ashi.high", c -> heikinAshi(c, c.high, 1)),
                exact("heikin_ashi.low", c -> heikinAshi(c, c.low, -1)),
                exact("heikin_ashi.close", BatchPrices::heikinAshiClose));
    }

    private static double[] place(double[] of, double[] lowest, double[] highest) {
        double[] place = position(of, lowest, highest);
        return each(row -> highest[row] == lowest[row] ? 0.5 : Math.clamp(place[row], 0, 1), place);
    }

    private static double share(BatchCandles candles, int row) {
        double range = candles.high[row] - candles.low[row];
        return range == 0 ? 0 : (candles.close[row] - candles.open[row]) / range;
    }

    /// @param sign 1 where the candle is to be inside of the one before, -1 outside
    private static double[] nested(
            BatchCandles candles, double[] highBefore, double[] lowBefore, int sign) {
        return each(
                row ->
                        sign * Double.compare(highBefore[row], candles.high[row]) > 0
                                        && sign * Double.compare(candles.low[row], lowBefore[row])
                                                > 0
                                ? 1
                                : 0,
                highBefore);
    }

    /// Counted back from every row.
    static double[] streak(double[] column) {
        return each(
                row -> {
                    int direction = Double.compare(column[row], column[row - 1]);
                    int from = row;
                    while (from > 0
                            && direction != 0
                            && Double.compare(column[from], column[from - 1]) == direction) {
                        from--;
                    }
                    return direction * (row - from);
                },
                lag(column, 1));
    }

    private static double[] heikinAshiClose(BatchCandles c) {
        return c.each(i -> (c.open[i] + c.high[i] + c.low[i] + c.close[i]) / 4);
    }

    private static double[] heikinAshiOpen(BatchCandles c) {
        double[] closes = heikinAshiClose(c);
        double[] opens = new double[c.size];
        opens[0] = (c.open[0] + c.close[0]) / 2;
        for (int row = 1; row < c.size; row++) {
            opens[row] = (opens[row - 1] + closes[row - 1]) / 2;
        }
        return opens;
    }

    private static double[] heikinAshi(BatchCandles candles, double[] edge, int sign) {
        double[] opens = heikinAshiOpen(candles);
        double[] closes = heikinAshiClose(candles);
        return candles.each(row ->
                sign * Math.max(sign * edge[row], Math.max(sign * opens[row], sign * closes[row])));
    }
}
