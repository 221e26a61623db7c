package io.candlestream.feature;

import io.candlestream.indicator.History;
import io.candlestream.indicator.MeanDeviation;
import io.candlestream.indicator.Moments;
import io.candlestream.indicator.Node;
import io.candlestream.indicator.PercentRank;
import java.util.List;

/// Where momentum stands between two bounds: gains against losses, money in against money out.
final class Oscillators {

    private Oscillators() {}

    static List<Definition> definitions() {
        return List.of(
                Definition.of(
                        "rsi",
                        Category.MOMENTUM,
                        "Relative strength index: gains as a share of all changes, from 0 to 100; 0"
                                + " when nothing moves.",
                        "100 smma(gain, period) / (smma(gain, period) + smma(loss, period))",
                        "J. W. Wilder, New Concepts in Technical Trading Systems, 1978; TA-Lib 0.4.0,"
                                + " TA_RSI",
                        List.of(Parameter.source(), Parameter.period("period", 14, 2)),
                        (graph, arguments) -> rsi(graph, arguments.source(), arguments.period())),
                Definition.of(
                        "cmo",
                        Category.MOMENTUM,
                        "Chande's momentum oscillator: gains less losses as a share of both, from"
                                + " -100 to 100; 0 when nothing moves.",
                        "100 (smma(gain) - smma(loss)) / (smma(gain) + smma(loss))",
                        "T. S. Chande, S. Kroll, The New Technical Trader, 1994; TA-Lib 0.4.0, TA_CMO",
                        List.of(Parameter.source(), Parameter.period("period", 14, 2)),
                        Oscillators::chande),
                Definition.of(
                        "connors_rsi",
                        Category.MOMENTUM,
                        "Mean of the price's index, its streak's index and its change's rank, from 0"
                                + " to 100.",
                        "(rsi(x, rsi_period) + rsi(streak, streak_period) + rank of roc(x, 1) among"
                                + " the rank_period before) / 3",
                        "L. Connors, C. Alvarez, An Introduction to ConnorsRSI, 2012",
                        List.of(
                                Parameter.source(),
                                Parameter.period("rsi_period", 3, 2),
                                Parameter.period("streak_period", 2, 2),
                                Parameter.period("rank_period", 100, 1)),
                        Oscillators::connors),
                Definition.of(
                        "cci",
                        Category.MOMENTUM,
                        "Commodity channel index: the typical price above its mean, in mean"
                                + " deviations of which 100 are 1.5; 0 when nothing moves.",
                        "(tp - sma(tp, period)) / (0.015 mean(|tp - sma(tp, period)|)), tp = (high +"
                                + " low + close) / 3",
                        "D. R. Lambert, Commodities, October 1980; TA-Lib 0.4.0, TA_CCI",
                        List.of(Parameter.period(20)),
                        Oscillators::channelIndex),
                Definition.of(
                        "mfi",
                        Category.MOMENTUM,
                        "Money flow index: turnover of rising candles as a share of all that moved,"
                                + " from 0 to 100; 0 when there was none.",
                        "100 up / (up + down), the sums over period candles of tp * volume where tp ="
                                + " (high + low + close) / 3 rose and where it fell",
                        "G. Quong, A. Soudack, Technical Analysis of Stocks and Commodities 7 (1989);"
                                + " TA-Lib 0.4.0, TA_MFI",
                        List.of(Parameter.period(14)),
                        Oscillators::moneyFlow),
                Definition.of(
                        "bop",
                        Category.MOMENTUM,
                        "Balance of power: the candle's body as a share of its range, from -1 to 1; 0"
                                + " when it has no range.",
                        "(close - open) / (high - low)",
                        "I. Livshin, Technical Analysis of Stocks and Commodities 19 (2001); TA-Lib"
                                + " 0.4.0, TA_BOP",
                        List.of(),
                        (graph, _) ->
                                graph.ratio(
                                        body(graph), graph.difference(graph.high(), graph.low()))),
                Definition.of(
                        "rvi",
                        Category.MOMENTUM,
                        "Relative vigor index: smoothed bodies as a share of smoothed ranges, from -1"
                                + " to 1; 0 when there was no range.",
                        "sma(swing(close - open), period) / sma(swing(high - low), period), swing(x)"
                                + " = (x + 2 x[1] + 2 x[2] + x[3]) / 6",
                        "J. F. Ehlers, Technical Analysis of Stocks and Commodities 20 (2002)",
                        List.of(Parameter.period(10)),
                        Oscillators::vigor),
                Definition.of(
                        "qstick",
                        Category.MOMENTUM,
                        "Mean body of the last candles, in the unit of the price.",
                        "sma(close - open, period)",
                        "T. S. Chande, S. Kroll, The New Technical Trader, 1994",
                        List.of(Parameter.period(14)),
                        (graph, arguments) -> graph.sma(body(graph), arguments.period())));
    }

    /// Wilder's index of any node.
    static Node rsi(GraphBuilder graph, Node source, int period) {
        Node gain = graph.wilder(gain(graph, source), period);
        Node loss = graph.wilder(loss(graph, source), period);
        return graph.percentage(gain, graph.total(gain, loss));
    }

    private static Node gain(GraphBuilder graph, Node source) {
        Node change = graph.change(source, 1);
        return graph.derived("gain", c -> Math.max(c, 0), change);
    }

    private static Node loss(GraphBuilder graph, Node source) {
        Node change = graph.change(source, 1);
        return graph.derived("loss", c -> Math.max(-c, 0), change);
    }

    private static Node chande(GraphBuilder graph, Arguments arguments) {
        Node gain = graph.wilder(gain(graph, arguments.source()), arguments.period());
        Node loss = graph.wilder(loss(graph, arguments.source()), arguments.period());
        return graph.percentage(graph.difference(gain, loss), graph.total(gain, loss));
    }

    private static Node connors(GraphBuilder graph, Arguments arguments) {
        Node source = arguments.source();
        Node streak = CandleShapes.streak(graph, source);
        Node roc = RatesOfChange.roc(graph, source, 1);
        int rankPeriod = arguments.whole("rank_period");
        History history = graph.history(roc);
        Node price = rsi(graph, source, arguments.whole("rsi_period"));
        Node run = rsi(graph, streak, arguments.whole("streak_period"));
        Node rank =
                graph.node(
                        "rank_among " + rankPeriod,
                        () -> new PercentRank(history, rankPeriod),
                        roc);
        return graph.derived("mean_of_3", (p, r, ra) -> (p + r + ra) / 3, price, run, rank);
    }

    private static Node channelIndex(GraphBuilder graph, Arguments arguments) {
        int period = arguments.period();
        Node price = PriceNodes.typicalPrice(graph);
        History history = graph.history(price);
        Moments mean = graph.sma(price, period);
        Node deviation =
                graph.node(
                        "mean_deviation " + period,
                        () -> new MeanDeviation(history, mean, period),
                        price,
                        mean);
        return graph.derived(
                "cci", (p, m, d) -> Ratio.of(p - m, 0.015 * d), price, mean, deviation);
    }

    private static Node moneyFlow(GraphBuilder graph, Arguments arguments) {
        int period = arguments.period();
        Node price = PriceNodes.typicalPrice(graph);
        Node change = graph.change(price, 1);
        Node volume = graph.volume();
        Node in = graph.derived("money_in", (p, c, v) -> c > 0 ? p * v : 0, price, change, volume);
        Node out =
                graph.derived("money_out", (p, c, v) -> c < 0 ? p * v : 0, price, change, volume);
        Node up = graph.sum(in, period);
        return graph.percentage(up, graph.total(up, graph.sum(out, period)));
    }

    private static Node body(GraphBuilder graph) {
        return graph.difference(graph.close(), graph.open());
    }

    private static Node vigor(GraphBuilder graph, Arguments arguments) {
        Node range = graph.difference(graph.high(), graph.low());
        return graph.ratio(
                graph.sma(swing(graph, body(graph)), arguments.period()),
                graph.sma(swing(graph, range), arguments.period()));
    }

    private static Node swing(GraphBuilder graph, Node input) {
        Node first = graph.lag(input, 1);
        Node second = graph.lag(input, 2);
        Node third = graph.lag(input, 3);
        return graph.derived(
                "swing", (i, f, s, t) -> (i + 2 * (f + s) + t) / 6, input, first, second, third);
    }
}
