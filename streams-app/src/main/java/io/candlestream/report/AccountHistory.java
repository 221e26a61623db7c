package io.candlestream.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.account.Trade;
import io.candlestream.account.TradeListener;
import io.candlestream.candle.Candle;
import java.util.ArrayList;
import java.util.List;

/// What a page draws of an account: price, equity beside that of the baselines, drawdown, months
/// and trades; in bounded memory. Not thread-safe.
public final class AccountHistory implements TradeListener {

    private final List<String> baselineNames;
    private final List<Line> baselines = new ArrayList<>();
    private final Line price = new Line();
    private final Line equity = new Line();
    private final Line drawdown = new Line();
    private final TradeSample trades = new TradeSample();
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final MonthlyReturns months;

    /// The history of an account that has seen no candle.
    ///
    /// @param initialEquity what it began with
    /// @param baselineNames of the accounts beside it
    public AccountHistory(double initialEquity, List<String> baselineNames) {
        this.baselineNames = List.copyOf(baselineNames);
        baselineNames.forEach(_ -> baselines.add(new Line()));
        months = new MonthlyReturns(initialEquity, json.putArray("months"));
    }

    /// Takes the account as it is at a close.
    ///
    /// @param newEquity what it is worth
    /// @param newDrawdown share by which that is below its greatest until now
    public void onClose(Candle candle, double newEquity, double newDrawdown) {
        price.add(candle.closeTimeMs(), candle.close());
        equity.add(candle.closeTimeMs(), newEquity);
        drawdown.add(candle.closeTimeMs(), -100 * newDrawdown);
        months.onClose(candle.openTimeMs(), newEquity);
    }

    /// Takes an account beside it as it is at the same close.
    ///
    /// @param baseline index of its name
    public void onBaseline(int baseline, Candle candle, double itsEquity) {
        baselines.get(baseline).add(candle.closeTimeMs(), itsEquity);
    }

    @Override
    public void onTrade(Trade trade) {
        trades.add(trade);
    }

    /// All of it as the page reads it. To be called once, after the last candle.
    public ObjectNode toJson() {
        months.finish();
        json.put("closes", price.count()).put("trade_count", trades.count());
        price.putInto(json.putArray("price"));
        equity.putInto(json.putArray("equity"));
        drawdown.putInto(json.putArray("drawdown"));
        ObjectNode beside = json.putObject("baselines");
        for (int b = 0; b < baselines.size(); b++) {
            baselines.get(b).putInto(beside.putArray(baselineNames.get(b)));
        }
        trades.putInto(json.putArray("trades"));
        return json;
    }
}
