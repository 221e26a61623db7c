package io.candlestream.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.account.AccountConfig;
import io.candlestream.account.CostBreakdown;
import io.candlestream.account.PerformanceMetrics;
import io.candlestream.evaluation.Measures;

/// Figures as they stand in `report.json`: a figure that has no value is null.
final class MetricsJson {

    /// Of `report.json`: rises when a reader of the former would misunderstand it.
    static final int FORMAT = 1;

    private MetricsJson() {}

    static void put(ObjectNode node, PerformanceMetrics metrics) {
        put(node, "total_return_pct", 100 * metrics.totalReturn());
        put(node, "cagr_pct", 100 * metrics.cagr());
        put(node, "sharpe_ratio", metrics.sharpeRatio());
        put(node, "sortino_ratio", metrics.sortinoRatio());
        put(node, "calmar_ratio", metrics.calmarRatio());
        put(node, "max_drawdown_pct", 100 * metrics.maxDrawdown());
        put(node, "win_rate", metrics.winRate());
        put(node, "profit_factor", metrics.profitFactor());
        node.put("total_trades", metrics.tradeCount());
        node.put("closed_trades", metrics.closedTradeCount());
        put(node, "exposure_pct", 100 * metrics.exposure());
        put(node, "fees_paid", metrics.feesPaid());
        put(node, "final_equity", metrics.finalEquity());
    }

    static void put(ObjectNode node, CostBreakdown costs) {
        put(node, "gross_profit", costs.gross());
        put(node, "fees", costs.fees());
        put(node, "spread", costs.spread());
        put(node, "slippage", costs.slippage());
        put(node, "borrow", costs.borrow());
        put(node, "net_profit", costs.net());
    }

    static void put(ObjectNode node, Measures measures) {
        put(node, "accuracy", measures.accuracy());
        put(node, "balanced_accuracy", measures.balancedAccuracy());
        put(node, "log_loss", measures.logLoss());
        put(node, "brier_score", measures.brierScore());
    }

    static void put(ObjectNode node, AccountConfig config) {
        node.put("equity", config.equity())
                .put("fee_bps", config.costs().feeBps())
                .put("maker_fee_bps", config.costs().makerFeeBps())
                .put("slippage_bps", config.costs().slippageBps())
                .put("slippage_range", config.costs().rangeShare())
                .put("spread_bps", config.costs().spreadBps())
                .put("borrow_bps", config.costs().borrowBps())
                .put("sides", config.sides().toString())
                .put("fill", config.fill().toString())
                .put("fill_is_optimistic", config.fill().isOptimistic());
        put(node, "stop_loss_bps", config.stops().lossBps());
        put(node, "take_profit_bps", config.stops().profitBps());
    }

    static void put(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
