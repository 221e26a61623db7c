package io.candlestream.history;

import io.candlestream.candle.Instrument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The rows of a file, or those of one symbol, that can be understood; the others are counted and
/// told.
final class UnderstoodRows implements RowStream {

    private final CandleRows rows;
    private final Path path;
    private final boolean leads;
    private final byte[] symbol;
    private final Consumer<BadRow> badRows;
    private long badRowCount;

    UnderstoodRows(CandleRows rows, Path path, FilePart part, Consumer<BadRow> badRows) {
        this.rows = rows;
        this.path = path;
        this.leads = part.leads();
        this.symbol = part.symbol().getBytes(StandardCharsets.US_ASCII);
        this.badRows = badRows;
    }

    @Override
    public @Nullable CandleRow next() {
        while (true) {
            boolean isMine = leads;
            try {
                if (!rows.next()) {
                    return null;
                }
                isMine = symbol.length == 0 || isOfSymbol();
                if (isMine) {
                    rows.row().read(rows.times());
                    return rows.row();
                }
            } catch (MalformedRowException e) {
                if (isMine) {
                    badRowCount++;
                    badRows.accept(new BadRow(path, rows.line(), e.reason(), rows.excerpt()));
                }
            }
        }
    }

    long badRowCount() {
        return badRowCount;
    }

    @Override
    public void close() {
        rows.close();
    }

    private boolean isOfSymbol() throws MalformedRowException {
        if (rows.hasSymbols() && rows.row().isOf(symbol)) {
            return true;
        }
        if (leads) {
            checkSymbol(rows.hasSymbols() ? rows.row().symbol() : "");
        }
        return false;
    }

    static void checkSymbol(String text) throws MalformedRowException {
        try {
            var _ = new Instrument("file", text);
        } catch (IllegalArgumentException e) {
            throw new MalformedRowException(String.valueOf(e.getMessage()));
        }
    }
}
