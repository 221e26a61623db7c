package io.candlestream.audit;

import java.util.List;

/// How often a model was right, against one that always says what came true most often.
///
/// That one is chosen with hindsight: where nothing can be known no model is expected to beat it.
/// Labels of neighbours overlap, so one row in `horizon` counts as independent.
///
/// ```
/// gain  = hits / n - greatest class count / n
/// error = sqrt(hits / n (1 - hits / n) / (n / horizon))
/// ```
///
/// @param count rows with a label
/// @param accuracy share that was predicted right
/// @param chance share of the class that came true most often
/// @param variance square of the error of the accuracy
record HitRate(long count, double accuracy, double chance, double variance) {

    /// Of one model's rows that have a label.
    static HitRate of(List<ForecastRow> rows, int model, int horizon) {
        long hits = 0;
        long count = 0;
        long most = 0;
        long[] classes = new long[100];
        for (ForecastRow row : rows) {
            if (row.model() == model && row.isLabelled()) {
                count++;
                hits += row.predicted() == row.label() ? 1 : 0;
                most = Math.max(most, ++classes[row.label()]);
            }
        }
        double n = Math.max(1, count);
        double accuracy = hits / n;
        double variance = accuracy * (1 - accuracy) * horizon / n;
        return new HitRate(count, accuracy, most / n, variance);
    }

    double gain() {
        return accuracy - chance;
    }

    /// Gains over the standard error of their sum; 0 where nothing varied.
    static double score(List<HitRate> rates) {
        double gain = rates.stream().mapToDouble(HitRate::gain).sum();
        double error = Math.sqrt(rates.stream().mapToDouble(HitRate::variance).sum());
        return error > 0 ? gain / error : gain > 0 ? Double.POSITIVE_INFINITY : 0;
    }
}
