package io.candlestream.codec;

/// Something whose memory can be written down and taken up again, to the bit.
///
/// The contract every implementation passes: saving, restoring into a fresh object built from the
/// same configuration, and continuing gives the same results, bit for bit, as never having stopped;
/// at every prefix of the input. The configuration is not part of the bytes: whoever stores them
/// stores its fingerprint beside them.
public interface Stateful {

    /// Appends this object's whole memory.
    void save(StateOutput out);

    /// Replaces this object's whole memory by what [#save] wrote for an object of the same
    /// configuration.
    ///
    /// @throws StateFormatException when the bytes cannot be such a memory
    void restore(StateInput in);
}
