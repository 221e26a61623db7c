package io.candlestream.epoch;

import io.candlestream.evaluation.ScoringRules;
import io.candlestream.label.LabelRule;
import io.candlestream.model.ModelConfig;
import io.candlestream.model.OnlineClassifier;
import io.candlestream.model.OnlineModel;
import io.candlestream.model.OnlineRegressor;

/// A model that learns examples of its kind of label, and what one of them costs: log loss of
/// classes, squared error of numbers, whatever loss the model itself descends.
sealed interface Pupil {

    /// A model that has learned nothing.
    ///
    /// @throws IllegalArgumentException when it cannot predict such a label
    static Pupil of(ModelConfig config, LabelRule label, int featureCount) {
        return label.isNumber()
                ? new OfNumbers(config.createRegressor(featureCount))
                : new OfClasses(config.create(featureCount, label.classNames().size()));
    }

    OnlineModel model();

    double loss(double[] features, double target);

    void learn(double[] features, double target);

    /// @param model a model of classes
    /// @param probabilities scratch
    @SuppressWarnings("ArrayRecordComponent") // Scratch of a private type, never compared.
    record OfClasses(OnlineClassifier model, double[] probabilities) implements Pupil {

        OfClasses(OnlineClassifier model) {
            this(model, new double[model.classCount()]);
        }

        @Override
        public double loss(double[] features, double target) {
            model.predict(features, probabilities);
            return ScoringRules.logLoss(probabilities[(int) target]);
        }

        @Override
        public void learn(double[] features, double target) {
            model.learn(features, (int) target);
        }
    }

    /// @param model a model of a number
    record OfNumbers(OnlineRegressor model) implements Pupil {

        @Override
        public double loss(double[] features, double target) {
            double error = target - model.predict(features);
            return error * error;
        }

        @Override
        public void learn(double[] features, double target) {
            model.learn(features, target);
        }
    }
}
