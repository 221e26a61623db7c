package io.candlestream.backtest;

import io.candlestream.evaluation.Prequential;
import io.candlestream.learner.LearnerConfig;
import java.util.ArrayList;
import java.util.List;

/// How champion, models and baselines did in test windows, by the labels that came true.
final class ForecastScores {

    private final List<String> names = new ArrayList<>();
    private final List<Prequential> scores = new ArrayList<>();
    private final int models;
    private final int baselines;

    ForecastScores(LearnerConfig config, List<String> baselineNames) {
        names.add("champion");
        config.models().forEach(model -> names.add(model.id()));
        names.addAll(baselineNames);
        models = config.models().size();
        baselines = baselineNames.size();
        int classes = config.label().classNames().size();
        names.forEach(_ -> scores.add(new Prequential(classes, config.scoring().halfLife())));
    }

    void take(TestRow row, Forecast forecast) {
        if (!row.isLabelled()) {
            return;
        }
        update(0, forecast.probabilities(forecast.champion()), predictedByChampion(forecast), row);
        for (int m = 0; m < models; m++) {
            update(1 + m, forecast.probabilities(m), forecast.predicted(m), row);
        }
        for (int b = 0; b < baselines; b++) {
            update(1 + models + b, row.probabilities(b), row.predicted(b), row);
        }
    }

    private static int predictedByChampion(Forecast forecast) {
        return forecast.predicted(forecast.champion());
    }

    private void update(int forecaster, double[] probabilities, int predicted, TestRow row) {
        scores.get(forecaster).update(probabilities, predicted, row.label());
    }

    long count() {
        return scores.getFirst().count();
    }

    /// @return champion, models, baselines; none before the first outcome
    List<PredictionResult> results() {
        List<PredictionResult> results = new ArrayList<>();
        for (int i = 0; count() > 0 && i < names.size(); i++) {
            results.add(new PredictionResult(names.get(i), scores.get(i).allTime()));
        }
        return results;
    }
}
