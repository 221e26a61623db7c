package io.candlestream.registry;

import io.candlestream.candle.Series;
import io.candlestream.codec.StateFormatException;
import io.candlestream.feature.Scaler;
import io.candlestream.learner.NamedModel;
import io.candlestream.model.Ensemble;
import io.candlestream.model.ModelConfig;
import io.candlestream.model.OnlineModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// A model as it was at a moment, whole: what it is, how it came about, its coefficients to be
/// read, and the exact bytes of its state and its scaler's, from which it goes on to the bit.
///
/// @param series what it was trained on
/// @param model its name and its configuration
/// @param inputs what it sees and predicts
/// @param provenance how it came about
/// @param scalerState bytes of the scaler
/// @param modelState bytes of the model
public record Snapshot(
        Series series,
        NamedModel model,
        Inputs inputs,
        Provenance provenance,
        StateBytes scalerState,
        StateBytes modelState) {

    /// The coefficients of a row, for scaled features.
    ///
    /// @param row name of the class, `value`, or the number of the row where only the model knows
    ///   what it is
    /// @param weights one a feature
    /// @param intercept added to the weighted sum
    public record Coefficients(String row, List<Double> weights, double intercept) {}

    /// A snapshot of a model and its scaler as they are now.
    public static Snapshot of(
            Series series,
            NamedModel named,
            Inputs inputs,
            Provenance provenance,
            Scaler scaler,
            OnlineModel model) {
        return new Snapshot(
                series, named, inputs, provenance, StateBytes.of(scaler), StateBytes.of(model));
    }

    /// @return what it is called: the series and the model's name, as in
    ///   `binance:BTCUSDT@1h/softmax`
    public String id() {
        return series.toString() + '/' + model.id();
    }

    /// The first eight bytes of the SHA-256 of features, label, model and scaling, as 16
    /// hexadecimal digits: equal where a state means the same.
    public String fingerprint() {
        String text =
                "features="
                        + inputs.features()
                        + ";label="
                        + inputs.label().expression()
                        + ";model="
                        + model.config().expression()
                        + ";scaling="
                        + inputs.scaling().expression();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, Long.BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /// Makes the model anew from its state.
    ///
    /// @return scaler and model, which go on as if they had never stopped
    /// @throws RegistryException when the bytes cannot be their states
    public LiveModel revive() {
        int featureCount = inputs.featureNames().size();
        ModelConfig config = model.config();
        try {
            Scaler scaler = inputs.scaling().create(featureCount);
            OnlineModel live =
                    inputs.label().isNumber()
                            ? config.createRegressor(featureCount)
                            : config.create(featureCount, inputs.label().classNames().size());
            scalerState.restore(scaler);
            modelState.restore(live);
            return new LiveModel(scaler, live);
        } catch (StateFormatException | IllegalArgumentException e) {
            throw new RegistryException("state must be that of " + id() + ": " + e.getMessage());
        }
    }

    /// The coefficients by row.
    ///
    /// @throws RegistryException when the bytes cannot be the model's state
    public List<Coefficients> coefficients() {
        OnlineModel live = revive().model();
        double[][] rows = live.coefficients();
        List<String> names = names(live, rows.length);
        List<Coefficients> all = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            int last = rows[i].length - 1;
            List<Double> weights = Arrays.stream(rows[i], 0, last).boxed().toList();
            all.add(new Coefficients(names.get(i), weights, rows[i][last]));
        }
        return all;
    }

    private List<String> names(OnlineModel live, int rows) {
        List<String> classNames = inputs.label().classNames();
        if (!(live instanceof Ensemble) && rows == classNames.size()) {
            return classNames;
        }
        if (!(live instanceof Ensemble) && rows == 1) {
            return List.of(classNames.isEmpty() ? "value" : classNames.getLast());
        }
        List<String> names = new ArrayList<>();
        for (int row = 1; row <= rows; row++) {
            names.add("row_" + row);
        }
        return names;
    }
}
