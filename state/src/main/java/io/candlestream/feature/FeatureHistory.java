package io.candlestream.feature;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.indicator.History;
import io.candlestream.indicator.Quote;

/// The last numbers of one feature, for the windows of a scaler over them.
final class FeatureHistory implements Stateful {

    private final Quote newest = new Quote();
    private final History history = new History(newest);
    private final int period;
    private int size;

    FeatureHistory(int period) {
        this.period = period;
    }

    /// @return what a window is made over
    History history() {
        return history;
    }

    /// @return how many numbers there are, at most as many as the window takes
    int size() {
        return size;
    }

    /// Takes the next number, before the windows do.
    void push(double value) {
        newest.set(value);
        history.update();
        if (size < period) {
            size++;
        }
    }

    @Override
    public void save(StateOutput out) {
        out.putInt(size);
        history.save(out);
    }

    @Override
    public void restore(StateInput in) {
        size = in.getCount(period);
        history.restore(in);
    }
}
