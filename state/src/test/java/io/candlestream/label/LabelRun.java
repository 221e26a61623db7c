package io.candlestream.label;

import io.candlestream.candle.Candle;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.GoldenBytes;
import java.util.ArrayList;
import java.util.List;

/// A labeller with the predictions that wait, in the order in which a learner asks it.
final class LabelRun implements WaitingPath {

    /// A prediction that has its label.
    ///
    /// @param candle number of the candle it was made on, from 0
    record Labelled(int candle, int label, double value, double forwardReturn) {}

    private final LabelRule rule;
    private final Labeller labeller;
    private final List<double[]> rows = new ArrayList<>();
    private int candleCount;

    LabelRun(LabelRule rule) {
        this.rule = rule;
        this.labeller = rule.create();
    }

    /// A run from the state of another, over the same candles.
    LabelRun(LabelRun stopped, byte[] state) {
        this(stopped.rule);
        StateInput in = new StateInput(state);
        labeller.restore(in);
        in.expectEnd();
        rows.addAll(stopped.rows);
        candleCount = stopped.candleCount;
    }

    static List<Labelled> over(LabelRule rule, List<Candle> candles) {
        return new LabelRun(rule).take(candles);
    }

    /// @return what got its label
    List<Labelled> take(List<Candle> candles) {
        List<Labelled> labelled = new ArrayList<>();
        for (Candle candle : candles) {
            labeller.update(candle);
            if (rows.size() == rule.horizon()) {
                labeller.mature(this);
                labelled.add(
                        new Labelled(
                                candleCount - rule.horizon(),
                                labeller.label(),
                                labeller.value(),
                                labeller.forwardReturn()));
                rows.removeFirst();
            }
            if (labeller.ready()) {
                rows.add(context());
            }
            candleCount++;
        }
        return labelled;
    }

    Labeller labeller() {
        return labeller;
    }

    byte[] saved() {
        return GoldenBytes.saved(labeller);
    }

    /// @return what a prediction on the last candle would keep
    double[] context() {
        double[] context = new double[labeller.contextSize()];
        labeller.putContext(context, 0);
        return context;
    }

    @Override
    public int length() {
        return rows.size();
    }

    @Override
    public double at(int row, int index) {
        return rows.get(row)[index];
    }
}
