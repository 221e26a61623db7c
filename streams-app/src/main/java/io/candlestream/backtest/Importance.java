package io.candlestream.backtest;

import io.candlestream.learner.LearnerConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How much the features weigh in the linear models, over the folds.
final class Importance {

    private final LearnerConfig config;
    private final List<List<double[]>> folds = new ArrayList<>();

    Importance(LearnerConfig config) {
        this.config = config;
    }

    void add(List<double[]> magnitudes) {
        folds.add(magnitudes);
    }

    /// @return by model, and within a model the greatest first
    List<ImportanceResult> results() {
        List<ImportanceResult> all = new ArrayList<>();
        for (int m = 0; m < config.models().size(); m++) {
            List<ImportanceResult> ofModel = new ArrayList<>();
            for (int j = 0; j < folds.getFirst().get(m).length; j++) {
                ofModel.add(result(m, j));
            }
            ofModel.sort(Comparator.comparingDouble(ImportanceResult::mean).reversed());
            all.addAll(ofModel);
        }
        return all;
    }

    private ImportanceResult result(int model, int feature) {
        double mean = 0;
        double squares = 0;
        for (int k = 0; k < folds.size(); k++) {
            double value = folds.get(k).get(model)[feature];
            double delta = value - mean;
            mean += delta / (k + 1);
            squares += delta * (value - mean);
        }
        double spread = folds.size() > 1 ? Math.sqrt(squares / (folds.size() - 1)) : 0;
        return new ImportanceResult(
                config.models().get(model).id(),
                config.features().names().get(feature),
                mean,
                spread);
    }
}
