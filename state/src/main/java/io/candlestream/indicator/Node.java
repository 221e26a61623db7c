package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import java.util.List;

/// One number that follows a series: what an indicator graph consists of.
///
/// A node reads the values of its inputs and keeps what it needs of their past. Its owner advances
/// every node once per candle, inputs first, and leaves out a node whose inputs are not ready: a
/// node never sees a number that is not defined. An indicator of several outputs is several nodes
/// over what they share.
///
/// The contract every implementation passes:
///
/// - it is ready after exactly [#ownWarmUp] updates and stays ready; only where that depends on the
///   time of the first candle and on gaps, as over candles of a longer interval, after at most so
///   many updates without gaps; and what reads a signal, not before the signal has come;
/// - its value is finite for finite inputs within the limits of the gate: prices from 1e-30 to
///   1e30, volumes from 0 to 1e30;
/// - an update takes constant time, amortised, and allocates nothing;
/// - the same inputs in the same order give the same bits, with any number of saves and restores in
///   between.
///
/// Not thread-safe: owned by one stream task.
public abstract class Node implements Stateful {

    private final List<Node> inputs;
    private double value;

    /// Of no meaning while 0.
    private int warmUp;

    /// A node that has seen nothing.
    ///
    /// @param inputs what it reads, in the order of its own reading
    protected Node(Node... inputs) {
        this.inputs = List.of(inputs);
    }

    /// @return what it reads
    public final List<Node> inputs() {
        return inputs;
    }

    /// @return the number as of the latest update; of no meaning before [#ready]
    public final double value() {
        return value;
    }

    /// Sets the number that readers see.
    ///
    /// @return the same
    protected final double put(double value) {
        this.value = value;
        return value;
    }

    /// Takes the inputs as they are now; called once per candle from when all of them are ready.
    public abstract void update();

    /// Does what [#update] does, when the node is ready: it need not ask whether it is.
    ///
    /// @return the value
    public double advance() {
        update();
        return value;
    }

    /// @return how many updates it takes until there is a value, at least 1
    public abstract int ownWarmUp();

    /// @return whether there is a value
    public abstract boolean ready();

    /// @return how many candles it takes until there is a value: the inputs' warm-up, and its own
    ///   from there on
    public final int warmUp() {
        if (warmUp == 0) {
            int longest = 1;
            for (Node input : inputs) {
                longest = Math.max(longest, input.warmUp());
            }
            warmUp = (int) Math.min(Integer.MAX_VALUE, (long) longest + ownWarmUp() - 1);
        }
        return warmUp;
    }

    /// Appends the value, and after it what [#saveMemory] writes.
    @Override
    public final void save(StateOutput out) {
        out.putDouble(value);
        saveMemory(out);
    }

    /// Takes up what [#save] wrote; the inputs must have been restored before.
    @Override
    public final void restore(StateInput in) {
        value = in.getDouble();
        restoreMemory(in);
    }

    /// Appends everything but the value; of the same length at any time.
    protected abstract void saveMemory(StateOutput out);

    /// Takes up what [#saveMemory] wrote.
    protected abstract void restoreMemory(StateInput in);
}
