package io.candlestream.history;

import io.candlestream.candle.Instrument;
import io.candlestream.signal.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a file's header puts the parts of a signal.
///
/// @param instrument -1 where there is no such column
/// @param count fields that every row must have
record SignalColumns(int time, int name, int value, int instrument, int count) {

    /// Finds the columns.
    ///
    /// @throws MalformedRowException when one is missing or there twice
    static SignalColumns of(CsvLines header) throws MalformedRowException {
        List<String> names = header.names();
        for (String wanted : List.of("time", "name", "value")) {
            if (!names.contains(wanted)) {
                throw new MalformedRowException(
                        "header must name time, name, value and, if there is one, instrument; missing "
                                + wanted
                                + ", was \""
                                + header.excerpt()
                                + '"');
            }
        }
        for (String one : List.of("time", "name", "value", "instrument")) {
            if (names.indexOf(one) != names.lastIndexOf(one)) {
                throw new MalformedRowException("header must name " + one + " only once");
            }
        }
        return new SignalColumns(
                names.indexOf("time"),
                names.indexOf("name"),
                names.indexOf("value"),
                names.indexOf("instrument"),
                names.size());
    }

    /// Reads a row.
    ///
    /// @throws MalformedRowException when it cannot be understood, or is no possible signal
    SignalRow signal(CsvLines row) throws MalformedRowException {
        row.checkFields(count);
        long timeMs = Decimal.parseWhole(row.bytes(), row.start(time), row.end(time));
        if (!Signal.isTime(timeMs)) {
            throw new MalformedRowException(
                    "time must be epoch milliseconds of 1970 to 9999, was \""
                            + row.excerpt(time)
                            + '"');
        }
        double number = Decimal.parse(row.bytes(), row.start(value), row.end(value));
        if (!Signal.isValue(number)) {
            throw new MalformedRowException(
                    "value must be a finite decimal number from -1e30 to 1e30, was \""
                            + row.excerpt(value)
                            + '"');
        }
        try {
            return new SignalRow(
                    instrument(row), Signal.checkedName(row.field(name).strip()), timeMs, number);
        } catch (IllegalArgumentException e) {
            throw new MalformedRowException(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Instrument instrument(CsvLines row) {
        String text = instrument < 0 ? "" : row.field(instrument).strip();
        return text.isEmpty() ? null : Instrument.parse(text);
    }
}
