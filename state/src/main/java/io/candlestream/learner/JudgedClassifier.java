package io.candlestream.learner;

import io.candlestream.calibration.Calibrator;
import io.candlestream.calibration.ConformalConfig;
import io.candlestream.calibration.ConformalSets;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.evaluation.Calibration;
import io.candlestream.evaluation.ConfusionMatrix;
import io.candlestream.model.OnlineClassifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model of classes with all that belongs to it alone: what brings its probabilities to the
/// frequencies that come true, the sets it publishes, and how it has done.
///
/// Of a waiting prediction it keeps the class predicted and the probabilities published, then the
/// model's own where they are calibrated, then the set published where there are sets.
///
/// No allocation per candle. Not thread-safe: owned by one stream task.
final class JudgedClassifier implements Stateful {

    /// Stands for a set that was not published, since there was no evidence for one.
    private static final double NO_SET = 0;

    private final OnlineClassifier model;
    private final int classCount;
    private final @Nullable Calibrator calibrator;
    private final @Nullable ConformalSets sets;
    private final Coverage coverage = new Coverage();
    private final ConfusionMatrix confusion;
    private final ConfusionMatrix fadingConfusion;
    private final Calibration calibration = Calibration.allTime();
    private final Calibration fadingCalibration;

    /// Scratch: the model's own probabilities.
    private final double[] raw;

    JudgedClassifier(OnlineClassifier model, Confidence confidence, double halfLife) {
        ConformalConfig conformal = confidence.conformal();
        this.model = model;
        this.classCount = model.classCount();
        this.calibrator =
                confidence.isCalibrated() ? confidence.calibration().create(classCount) : null;
        this.sets = conformal == null ? null : conformal.createSets(classCount);
        this.confusion = ConfusionMatrix.allTime(classCount);
        this.fadingConfusion = ConfusionMatrix.fading(classCount, halfLife);
        this.fadingCalibration = Calibration.fading(halfLife);
        this.raw = new double[classCount];
    }

    OnlineClassifier model() {
        return model;
    }

    /// @return numbers it keeps of a waiting prediction
    int width() {
        return 1 + classCount + (calibrator == null ? 0 : classCount) + (sets == null ? 0 : 1);
    }

    private int setAt() {
        return 1 + classCount + (calibrator == null ? 0 : classCount);
    }

    void predict(double[] features, double[] numbers, int at, Prediction prediction) {
        double[] probabilities = prediction.probabilities;
        model.predict(features, probabilities);
        if (calibrator != null) {
            System.arraycopy(probabilities, 0, numbers, at + 1 + classCount, classCount);
            calibrator.calibrate(probabilities, probabilities);
        }
        prediction.predicted = ClassForecasters.mostProbable(probabilities);
        prediction.learnedCount = model.learnedCount();
        numbers[at] = prediction.predicted;
        System.arraycopy(probabilities, 0, numbers, at + 1, classCount);
        if (sets != null) {
            prediction.set = sets.ready() ? sets.set(probabilities) : 0;
            prediction.coverage = coverage.share();
            numbers[at + setAt()] = prediction.set;
        }
    }

    /// Takes how a prediction came out into account, but not into the model.
    ///
    /// @param published the probabilities published
    /// @param learns whether calibrator and sets learn from it
    void judge(double[] published, double[] numbers, int at, int label, boolean learns) {
        int predicted = (int) numbers[at];
        boolean hit = predicted == label;
        confusion.update(predicted, label);
        fadingConfusion.update(predicted, label);
        calibration.update(published[predicted], hit);
        fadingCalibration.update(published[predicted], hit);
        if (calibrator != null && learns) {
            System.arraycopy(numbers, at + 1 + classCount, raw, 0, classCount);
            calibrator.learn(raw, label);
        }
        if (sets != null) {
            double set = numbers[at + setAt()];
            if (set != NO_SET) {
                coverage.update(((long) set >> label & 1) == 1);
            }
            if (learns) {
                sets.learn(published, label);
            }
        }
    }

    List<Measure> measures(List<String> classNames) {
        List<Measure> all = new ArrayList<>();
        add(all, "macro_f1", confusion.macroF1(), fadingConfusion.macroF1());
        add(all, "kappa", confusion.kappa(), fadingConfusion.kappa());
        add(all, "matthews", confusion.matthews(), fadingConfusion.matthews());
        for (int c = 0; c < classCount; c++) {
            String name = '.' + classNames.get(c);
            add(all, "precision" + name, confusion.precision(c), fadingConfusion.precision(c));
            add(all, "recall" + name, confusion.recall(c), fadingConfusion.recall(c));
            add(all, "f1" + name, confusion.f1(c), fadingConfusion.f1(c));
        }
        add(
                all,
                "calibration_error",
                calibration.expectedError(),
                fadingCalibration.expectedError());
        if (sets != null) {
            add(all, "coverage", coverage.share(), sets.recentCoverage());
        }
        return all;
    }

    private static void add(List<Measure> all, String name, double allTime, double fading) {
        all.add(new Measure(name, allTime, fading));
    }

    List<List<Long>> confusion() {
        List<List<Long>> rows = new ArrayList<>();
        for (int label = 0; label < classCount; label++) {
            List<Long> row = new ArrayList<>();
            for (int predicted = 0; predicted < classCount; predicted++) {
                row.add((long) confusion.weight(label, predicted));
            }
            rows.add(row);
        }
        return rows;
    }

    List<Score.Bin> reliability() {
        List<Score.Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < Calibration.BINS; bin++) {
            bins.add(
                    new Score.Bin(
                            (long) calibration.weight(bin),
                            calibration.confidence(bin),
                            calibration.accuracy(bin)));
        }
        return bins;
    }

    /// @return whether what it kept of a waiting prediction can be that
    boolean isValid(double[] numbers, int at) {
        boolean valid = ClassForecasters.isForecast(numbers, at, classCount);
        if (calibrator != null) {
            for (int c = 0; c < classCount; c++) {
                double probability = numbers[at + 1 + classCount + c];
                valid &= probability >= 0 && probability <= 1;
            }
        }
        if (sets != null) {
            double set = numbers[at + setAt()];
            valid &= set >= 0 && set < Math.scalb(1.0, classCount) && set == Math.rint(set);
        }
        return valid;
    }

    /// Layout: model, calibrator and sets where there are such, coverage, confusions, calibrations.
    @Override
    public void save(StateOutput out) {
        model.save(out);
        if (calibrator != null) {
            calibrator.save(out);
        }
        if (sets != null) {
            sets.save(out);
        }
        coverage.save(out);
        confusion.save(out);
        fadingConfusion.save(out);
        calibration.save(out);
        fadingCalibration.save(out);
    }

    @Override
    public void restore(StateInput in) {
        model.restore(in);
        if (calibrator != null) {
            calibrator.restore(in);
        }
        if (sets != null) {
            sets.restore(in);
        }
        coverage.restore(in);
        confusion.restore(in);
        fadingConfusion.restore(in);
        calibration.restore(in);
        fadingCalibration.restore(in);
    }
}
