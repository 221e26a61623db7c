package io.candlestream.table;

import io.candlestream.model.BayesianRegressionConfig;
import io.candlestream.model.ClassLoss;
import io.candlestream.model.EnsembleConfig;
import io.candlestream.model.LeastSquaresConfig;
import io.candlestream.model.MlpConfig;
import io.candlestream.model.ModelConfig;
import io.candlestream.model.NaiveBayesConfig;
import io.candlestream.model.NumberLoss;
import io.candlestream.model.PassiveAggressiveConfig;
import io.candlestream.model.SgdConfig;
import java.util.Locale;

/// What the target of a table is.
public enum Task {
    /// One of some texts.
    CLASSES,

    /// A number.
    NUMBERS;

    /// What a model can learn. One that can learn both gets numbers where the target has more than
    /// [TargetTexts#MOST_AMBIGUOUS] different texts and all are numbers, else classes.
    ///
    /// @throws TableException when the table must be read and cannot be
    public static Task of(ModelConfig config, Table table) {
        return switch (config) {
            case SgdConfig sgd ->
                    switch (sgd.loss()) {
                        case ClassLoss _ -> CLASSES;
                        case NumberLoss _ -> NUMBERS;
                    };
            case ModelConfig.Softmax _,
                    ModelConfig.Smile _,
                    ModelConfig.SmileBinomial _,
                    NaiveBayesConfig _,
                    EnsembleConfig _ ->
                    CLASSES;
            case MlpConfig mlp ->
                    switch (mlp.loss()) {
                        case ClassLoss _ -> CLASSES;
                        case NumberLoss _ -> NUMBERS;
                    };
            case LeastSquaresConfig _, BayesianRegressionConfig _ -> NUMBERS;
            case PassiveAggressiveConfig _ ->
                    TargetTexts.in(table).areNumbers() ? NUMBERS : CLASSES;
        };
    }

    /// The written form, the name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
