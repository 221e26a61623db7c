package io.candlestream.backtest;

import io.candlestream.account.Account;
import io.candlestream.account.Performance;
import io.candlestream.candle.Candle;
import io.candlestream.table.CsvOutput;
import java.nio.file.Path;

/// The equity curve: `open_time,equity,drawdown,quantity,close`, a row a candle, marked at its
/// close.
///
/// Not thread-safe.
public final class EquityCsv implements AutoCloseable {

    private final CsvOutput out;

    /// Writes the header.
    ///
    /// @throws io.candlestream.table.TableException when the file cannot be written
    public EquityCsv(Path file) {
        out = new CsvOutput(file);
        out.text("open_time").text("equity").text("drawdown").text("quantity").text("close");
        out.endRow();
    }

    /// Writes one row.
    ///
    /// @throws java.io.UncheckedIOException when it cannot be written
    void write(Candle candle, Account account, Performance performance) {
        out.whole(candle.openTimeMs())
                .number(account.equity())
                .number(performance.drawdown())
                .number(account.quantity())
                .number(candle.close())
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
