package io.candlestream.epoch;

import io.candlestream.epoch.TestScore.Figure;
import io.candlestream.evaluation.Baseline;
import io.candlestream.evaluation.ClassTally;
import io.candlestream.evaluation.ConfusionMatrix;
import io.candlestream.evaluation.NumberBaseline;
import io.candlestream.evaluation.NumberTally;
import io.candlestream.evaluation.ScoringRules;
import io.candlestream.model.OnlineClassifier;
import io.candlestream.model.OnlineRegressor;
import java.util.ArrayList;
import java.util.List;

/// A forecaster on the test part: a model that learns no more, or a baseline.
abstract sealed class Examinee {

    private final String name;
    private final boolean isBaseline;

    private Examinee(String name, boolean isBaseline) {
        this.name = name;
        this.isBaseline = isBaseline;
    }

    final String name() {
        return name;
    }

    final boolean isBaseline() {
        return isBaseline;
    }

    /// Forecasts, and counts how that came out.
    ///
    /// @return the loss
    abstract double loss(double[] features, double target);

    /// Takes a label that has become known; a model learns no more.
    abstract void learn(double target);

    abstract List<Figure> measures();

    static Examinee model(String name, OnlineClassifier model, List<String> classNames) {
        return new OfClasses(name, false, classNames) {

            @Override
            int predict(double[] features, double[] probabilities) {
                model.predict(features, probabilities);
                return mostProbable(probabilities);
            }

            @Override
            void learn(double target) {}
        };
    }

    static Examinee baseline(Baseline baseline, List<String> classNames) {
        return new OfClasses(baseline.name(), true, classNames) {

            @Override
            int predict(double[] features, double[] probabilities) {
                return baseline.predict(probabilities);
            }

            @Override
            void learn(double target) {
                baseline.learn((int) target);
            }
        };
    }

    static Examinee model(String name, OnlineRegressor model) {
        return new OfNumbers(name, false) {

            @Override
            double predict(double[] features) {
                return model.predict(features);
            }

            @Override
            void learn(double target) {}
        };
    }

    static Examinee baseline(NumberBaseline baseline) {
        return new OfNumbers(baseline.name(), true) {

            @Override
            double predict(double[] features) {
                return baseline.predict();
            }

            @Override
            void learn(double target) {
                baseline.learn(target);
            }
        };
    }

    private abstract static non-sealed class OfClasses extends Examinee {

        private final List<String> classNames;
        private final ClassTally tally;
        private final double[] probabilities;

        OfClasses(String name, boolean isBaseline, List<String> classNames) {
            super(name, isBaseline);
            this.classNames = classNames;
            this.tally = ClassTally.allTime(classNames.size());
            this.probabilities = new double[classNames.size()];
        }

        abstract int predict(double[] features, double[] probabilities);

        @Override
        final double loss(double[] features, double target) {
            int predicted = predict(features, probabilities);
            tally.update(probabilities, predicted, (int) target);
            return ScoringRules.logLoss(probabilities[(int) target]);
        }

        @Override
        final List<Figure> measures() {
            ConfusionMatrix confusion = tally.confusion();
            List<Figure> all = new ArrayList<>();
            all.add(new Figure("accuracy", confusion.accuracy()));
            all.add(new Figure("balanced_accuracy", confusion.balancedAccuracy()));
            all.add(new Figure("log_loss", tally.logLoss()));
            all.add(new Figure("brier_score", tally.brierScore()));
            all.add(new Figure("macro_f1", confusion.macroF1()));
            all.add(new Figure("kappa", confusion.kappa()));
            all.add(new Figure("matthews", confusion.matthews()));
            for (int c = 0; c < classNames.size(); c++) {
                String ofClass = '.' + classNames.get(c);
                all.add(new Figure("precision" + ofClass, confusion.precision(c)));
                all.add(new Figure("recall" + ofClass, confusion.recall(c)));
                all.add(new Figure("f1" + ofClass, confusion.f1(c)));
            }
            all.add(new Figure("calibration_error", tally.calibration().expectedError()));
            return all;
        }

        /// Ties go to the lower index.
        static int mostProbable(double[] probabilities) {
            int best = 0;
            for (int c = 1; c < probabilities.length; c++) {
                if (probabilities[c] > probabilities[best]) {
                    best = c;
                }
            }
            return best;
        }
    }

    private abstract static non-sealed class OfNumbers extends Examinee {

        private final NumberTally tally = NumberTally.allTime();

        OfNumbers(String name, boolean isBaseline) {
            super(name, isBaseline);
        }

        abstract double predict(double[] features);

        @Override
        final double loss(double[] features, double target) {
            double predicted = predict(features);
            tally.update(predicted, target);
            return (target - predicted) * (target - predicted);
        }

        @Override
        final List<Figure> measures() {
            return List.of(
                    new Figure("mse", tally.meanSquaredError()),
                    new Figure("rmse", tally.rootMeanSquaredError()),
                    new Figure("mae", tally.meanAbsoluteError()),
                    new Figure("r2", tally.determination()),
                    new Figure("pearson", tally.correlation()),
                    new Figure("hit_rate", tally.hitRate()));
        }
    }
}
