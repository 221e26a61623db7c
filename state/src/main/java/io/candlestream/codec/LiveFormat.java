package io.candlestream.codec;

/// How a live object is stored: a head, rewritten whenever the object changed, and numbered rows,
/// each written once.
///
/// A row never changes once it is there; rows come at the upper end, go at the lower, and the head
/// says which are there. What must wait long (a prediction for its label) is a row, so that the
/// bytes written for a change do not grow with the wait.
///
/// @param <K> what the object is found by
/// @param <T> the live object
public interface LiveFormat<K, T> {

    /// The written form of a key: visible ASCII characters only, another for every key.
    String keyText(K key);

    /// A new object that has seen nothing.
    T create(K key);

    /// Appends the head.
    void saveHead(T live, StateOutput out);

    /// Takes up a head; the rows it names follow through [#restoreRows], in rising order.
    ///
    /// @throws StateFormatException when the bytes are not the head of such an object, or of
    ///   another configuration
    void restoreHead(T live, StateInput in);

    /// @return number of the lowest row, never falling
    long firstRow(T live);

    /// @return number after the highest row, never falling
    long nextRow(T live);

    /// Appends the rows from `from` (inclusive) to `to` (exclusive).
    void saveRows(T live, long from, long to, StateOutput out);

    /// Takes up the rows from `from` (inclusive) to `to` (exclusive), some of which may be gone
    /// since.
    ///
    /// @throws StateFormatException when the bytes are not such rows
    void restoreRows(T live, long from, long to, StateInput in);
}
