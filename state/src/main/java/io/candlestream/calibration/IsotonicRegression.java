package io.candlestream.calibration;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// Isotonic regression, each class against the rest: a curve of any shape that rises, fitted to the
/// last outcomes.
///
/// | quantity | meaning |
/// |---|---|
/// | input | raw probabilities; those under the floor count as the floor |
/// | output | each class's [RisingCurve], as parts of one |
/// | warm-up | `every` outcomes, and of a class [RisingCurve#EVIDENCE] of each kind; before, its probability is the raw one |
/// | state | a class: `window` doubles and 2 a knot, at `window = 1000` 9.5 kB; 1 counter |
///
/// ```
/// learn      each class's ring takes (p_c, c = y); every so many outcomes its curve is fitted anew
/// calibrate  q_c = curve_c(p_c) / sum over k of curve_k(p_k)
/// ```
///
/// An outcome costs a class O(log window) comparisons and a copy of at most `8 window` bytes, and
/// every `every`-th outcome O(window) more; nothing is allocated. Not thread-safe: owned by one
/// stream task.
///
/// Source: B. Zadrozny, C. Elkan, _Transforming Classifier Scores into Accurate Multiclass
/// Probability Estimates_, KDD 2002.
final class IsotonicRegression implements Calibrator {

    private final int every;
    private final SortedRing[] rings;
    private final RisingCurve[] curves;
    private final double[] floored;
    private int sinceFit;

    /// @param classCount from 2 to 1,000
    /// @throws IllegalArgumentException when the count is out of range
    IsotonicRegression(CalibrationConfig.Isotonic config, int classCount) {
        every = config.every();
        rings = new SortedRing[Probabilities.checkedClassCount(classCount)];
        curves = new RisingCurve[classCount];
        for (int c = 0; c < classCount; c++) {
            rings[c] = new SortedRing(config.window(), RisingCurve.greatestOutcome());
            curves[c] = new RisingCurve(config.window(), classCount);
        }
        floored = new double[classCount];
    }

    @Override
    public void calibrate(double[] raw, double[] calibrated) {
        Probabilities.checkLengths(raw, calibrated, rings.length);
        for (int c = 0; c < raw.length; c++) {
            calibrated[c] = curves[c].at(Probabilities.floored(raw[c]));
        }
        Probabilities.fromParts(calibrated);
    }

    @Override
    public void learn(double[] raw, int label) {
        Probabilities.checkOutcome(raw, label, rings.length);
        for (int c = 0; c < raw.length; c++) {
            floored[c] = Probabilities.floored(raw[c]);
        }
        sinceFit++;
        boolean fits = sinceFit == every;
        for (int c = 0; c < raw.length; c++) {
            rings[c].push(RisingCurve.outcome(floored[c], c == label));
            if (fits) {
                curves[c].fit(rings[c]);
            }
        }
        sinceFit = fits ? 0 : sinceFit;
    }

    /// Layout: outcomes since the last fit, then of each class its ring and its curve.
    @Override
    public void save(StateOutput out) {
        out.putInt(sinceFit);
        for (int c = 0; c < rings.length; c++) {
            rings[c].save(out);
            curves[c].save(out);
        }
    }

    @Override
    public void restore(StateInput in) {
        sinceFit = in.getCount(every - 1);
        for (int c = 0; c < rings.length; c++) {
            rings[c].restore(in);
            curves[c].restore(in);
        }
    }
}
