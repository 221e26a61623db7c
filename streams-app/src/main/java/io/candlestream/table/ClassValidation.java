package io.candlestream.table;

import io.candlestream.evaluation.Baseline;
import io.candlestream.evaluation.LastClass;
import io.candlestream.evaluation.MajorityClass;
import io.candlestream.evaluation.Measures;
import io.candlestream.evaluation.Prequential;
import io.candlestream.model.ModelConfig;
import io.candlestream.model.OnlineClassifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A model of classes beside the majority class and the last class. It predicts the most probable
/// class, of equals the first. Not thread-safe.
public final class ClassValidation implements Validation {

    /// Only measures over all time are used.
    private static final double ANY_HALF_LIFE = 1e9;

    private final String name;
    private final List<String> classes;
    private final Map<String, Integer> labels = new HashMap<>();
    private final OnlineClassifier model;
    private final List<Baseline> baselines;
    private final List<Prequential> evaluations;
    private final double[] probabilities;
    private final double[] baselineProbabilities;
    private int predicted;

    /// A model that has learned nothing.
    ///
    /// @param classes from 2 to 1,000 texts
    /// @throws IllegalArgumentException when the model is none of classes
    public ClassValidation(ModelConfig config, int featureCount, List<String> classes) {
        name = config.id();
        this.classes = List.copyOf(classes);
        for (String text : classes) {
            labels.put(text, labels.size());
        }
        model = config.create(featureCount, classes.size());
        baselines = List.of(new MajorityClass(classes.size()), new LastClass(classes.size()));
        evaluations = Prequential.together(1 + baselines.size(), classes.size(), ANY_HALF_LIFE);
        probabilities = new double[classes.size()];
        baselineProbabilities = new double[classes.size()];
    }

    @Override
    public OnlineClassifier model() {
        return model;
    }

    @Override
    public void take(double[] features, TableRows row) {
        int label = Objects.requireNonNull(labels.get(row.targetText()), "file changed");
        model.predict(features, probabilities);
        predicted = mostProbable();
        evaluations.getFirst().update(probabilities, predicted, label);
        model.learn(features, label);
        for (int i = 0; i < baselines.size(); i++) {
            Baseline baseline = baselines.get(i);
            int guess = baseline.predict(baselineProbabilities);
            evaluations.get(1 + i).update(baselineProbabilities, guess, label);
            baseline.learn(label);
        }
    }

    /// The model first, then the baselines.
    public List<Scored<Measures>> scores() {
        List<Scored<Measures>> scores = new ArrayList<>();
        scores.add(new Scored<>(name, false, evaluations.getFirst().allTime()));
        for (int i = 0; i < baselines.size(); i++) {
            scores.add(
                    new Scored<>(baselines.get(i).name(), true, evaluations.get(1 + i).allTime()));
        }
        return scores;
    }

    @Override
    public void writeHeader(CsvOutput out) {
        out.text("row").text("target").text("prediction");
        classes.forEach(text -> out.text("probability_" + text));
        out.endRow();
    }

    @Override
    public void writePrediction(TableRows row, CsvOutput out) {
        out.whole(row.row()).text(row.targetText()).text(classes.get(predicted));
        for (double probability : probabilities) {
            out.number(probability);
        }
        out.endRow();
    }

    private int mostProbable() {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            if (probabilities[c] > probabilities[best]) {
                best = c;
            }
        }
        return best;
    }
}
