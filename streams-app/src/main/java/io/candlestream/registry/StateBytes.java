package io.candlestream.registry;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import java.util.Arrays;
import java.util.Base64;

/// The exact bytes of a state; equal where the bytes are.
public final class StateBytes {

    private final byte[] bytes;

    private StateBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Saves something.
    public static StateBytes of(Stateful stateful) {
        StateOutput out = new StateOutput();
        stateful.save(out);
        return new StateBytes(out.toByteArray());
    }

    /// Copies bytes.
    public static StateBytes of(byte[] bytes) {
        return new StateBytes(bytes.clone());
    }

    /// Reads base64.
    ///
    /// @throws IllegalArgumentException when the text is not that
    public static StateBytes parse(String base64) {
        return new StateBytes(Base64.getDecoder().decode(base64));
    }

    /// Restores something, all bytes being its own.
    ///
    /// @throws StateFormatException when they cannot be such a state
    void restore(Stateful stateful) {
        StateInput in = new StateInput(bytes);
        stateful.restore(in);
        in.expectEnd();
    }

    /// @return a copy
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /// @return how many there are
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateBytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// The bytes as base64.
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
