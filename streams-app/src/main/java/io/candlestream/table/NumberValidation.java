package io.candlestream.table;

import io.candlestream.model.ModelConfig;
import io.candlestream.model.OnlineRegressor;
import java.util.List;

/// A model of a number beside the mean of the targets so far and the last target, both 0 before the
/// first. Not thread-safe.
public final class NumberValidation implements Validation {

    private final String name;
    private final OnlineRegressor model;
    private final NumberTally ofModel = new NumberTally();
    private final NumberTally ofMean = new NumberTally();
    private final NumberTally ofLast = new NumberTally();
    private double predicted;
    private double last;

    /// A model that has learned nothing.
    ///
    /// @throws IllegalArgumentException when the model is none of numbers
    public NumberValidation(ModelConfig config, int featureCount) {
        name = config.id();
        model = config.createRegressor(featureCount);
    }

    @Override
    public OnlineRegressor model() {
        return model;
    }

    @Override
    public void take(double[] features, TableRows row) {
        double target = row.targetNumber();
        predicted = model.predict(features);
        ofModel.update(predicted, target);
        model.learn(features, target);
        ofMean.update(ofMean.mean(), target);
        ofLast.update(last, target);
        last = target;
    }

    /// The model first, then the baselines.
    public List<Scored<NumberMeasures>> scores() {
        return List.of(
                new Scored<>(name, false, ofModel.measures()),
                new Scored<>("mean_so_far", true, ofMean.measures()),
                new Scored<>("last_value", true, ofLast.measures()));
    }

    @Override
    public void writeHeader(CsvOutput out) {
        out.text("row").text("target").text("prediction").endRow();
    }

    @Override
    public void writePrediction(TableRows row, CsvOutput out) {
        out.whole(row.row()).number(row.targetNumber()).number(predicted).endRow();
    }
}
