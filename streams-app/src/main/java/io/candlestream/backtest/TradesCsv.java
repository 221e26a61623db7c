package io.candlestream.backtest;

import io.candlestream.account.Trade;
import io.candlestream.candle.Instrument;
import io.candlestream.table.CsvOutput;
import java.nio.file.Path;

/// The trades file: `instrument,side,entry_time,entry_price,exit_time,exit_price,quantity,fees,`
/// `profit,return,still_open`, in the order in which they ended.
///
/// Not thread-safe.
public final class TradesCsv implements AutoCloseable {

    private final CsvOutput out;

    /// Writes the header.
    ///
    /// @throws io.candlestream.table.TableException when the file cannot be written
    public TradesCsv(Path file) {
        out = new CsvOutput(file);
        out.text("instrument")
                .text("side")
                .text("entry_time")
                .text("entry_price")
                .text("exit_time")
                .text("exit_price")
                .text("quantity")
                .text("fees")
                .text("profit")
                .text("return")
                .text("still_open")
                .endRow();
    }

    /// Writes one row.
    ///
    /// @throws java.io.UncheckedIOException when it cannot be written
    void write(Instrument instrument, Trade trade) {
        out.text(instrument.toString())
                .text(trade.side().toString())
                .whole(trade.entryTimeMs())
                .number(trade.entryPrice())
                .whole(trade.exitTimeMs())
                .number(trade.exitPrice())
                .number(trade.quantity())
                .number(trade.fees())
                .number(trade.profit())
                .number(trade.profitShare())
                .text(Boolean.toString(trade.stillOpen()))
                .endRow();
    }

    /// Ends the file and gives it its name.
    ///
    /// @throws java.io.UncheckedIOException when it cannot be written
    public void finish() {
        out.finish();
    }

    @Override
    public void close() {
        out.close();
    }
}
