package io.candlestream.history;

/// The rows of a candle file one at a time, whatever its format.
///
/// Not thread-safe: owned by whoever reads it.
interface CandleRows extends AutoCloseable {

    /// Goes to the next row and finds its texts, which [CandleRow#read] understands.
    ///
    /// @return whether there is one
    /// @throws MalformedRowException when the texts cannot be told; the next call goes on behind it
    /// @throws UnreadableFileException when the file cannot be read on
    boolean next() throws MalformedRowException;

    /// The row; the same object for every one.
    CandleRow row();

    /// How its times are to be read.
    OpenTimes times();

    /// The line or the record that was read last, counted from 1; the header's before the first
    /// row.
    long line();

    /// What was read last, for a message.
    String excerpt();

    /// Whether a column says what each row is of.
    boolean hasSymbols();

    /// The column that volumes are taken from, where there are several; empty where there is one.
    String volumeName();

    @Override
    void close();
}
