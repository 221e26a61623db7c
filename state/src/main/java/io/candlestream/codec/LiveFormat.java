package io.candlestream.codec;

/// How a live object is stored: a head, written now and then; numbered rows, each written once; and
/// the changes it took since its head.
///
/// The object must be a function of its changes: the stored head, with the changes since applied to
/// it again, is the object to the bit. So a change is stored in the few bytes of its input, however
/// large the object has grown.
///
/// A row never changes once it is there; rows come at the upper end, go at the lower, and the head
/// says which are there. What must wait long (a prediction for its label) is a row, so that the
/// bytes of a head do not grow with the wait.
///
/// @param <K> what the object is found by
/// @param <C> what changes it
/// @param <T> the live object
public interface LiveFormat<K, C, T> {

    /// The written form of a key: visible ASCII characters only, another for every key.
    String keyText(K key);

    /// The key of which [#keyText] is this.
    ///
    /// @throws StateFormatException when it is the text of no key
    K key(String keyText);

    /// A new object that has seen nothing.
    T create(K key);

    /// Changes the object; the same changes in the same order make the same object, to the bit.
    void apply(T live, C change);

    /// Appends who writes: every stored value begins with it.
    void sign(T live, StateOutput out);

    /// Takes up a signature.
    ///
    /// @throws StateFormatException when it is of another format or another configuration
    void checkSignature(T live, StateInput in);

    /// Appends a change, as it is before the object takes it.
    void saveChange(C change, StateOutput out);

    /// @return the next change of this object
    /// @throws StateFormatException when the bytes are not a change
    C restoreChange(T live, StateInput in);

    /// Appends the head.
    void saveHead(T live, StateOutput out);

    /// Takes up a head; the rows it names follow through [#restoreRows], in rising order.
    ///
    /// @throws StateFormatException when the bytes are not the head of such an object
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
