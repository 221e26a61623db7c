package io.candlestream.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.candlestream.account.Trade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The trades that a chart shows: all, or those that won or lost most. Not thread-safe.
final class TradeSample {

    /// The most trades that a chart shows.
    static final int MOST = 1_000;

    private static final Comparator<Trade> BY_WEIGHT =
            Comparator.<Trade>comparingDouble(trade -> Math.abs(trade.profit()))
                    .thenComparing(Trade::entryTimeMs, Comparator.reverseOrder());

    private final PriorityQueue<Trade> greatest = new PriorityQueue<>(BY_WEIGHT);
    private long count;

    void add(Trade trade) {
        count++;
        greatest.add(trade);
        if (greatest.size() > MOST) {
            greatest.remove();
        }
    }

    /// @return how many trades there were
    long count() {
        return count;
    }

    /// Adds `[side, entry time, entry price, exit time, exit price, profit, still open]` a trade,
    /// in the order in which they were entered.
    void putInto(ArrayNode trades) {
        List<Trade> kept = new ArrayList<>(greatest);
        kept.sort(Comparator.comparingLong(Trade::entryTimeMs));
        for (Trade trade : kept) {
            trades.addArray()
                    .add(trade.side().toString())
                    .add(trade.entryTimeMs())
                    .add(Line.shown(trade.entryPrice()))
                    .add(trade.exitTimeMs())
                    .add(Line.shown(trade.exitPrice()))
                    .add(Line.shown(trade.profit()))
                    .add(trade.stillOpen());
        }
    }
}
