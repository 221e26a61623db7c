package io.candlestream.registry;

import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.Scaling;
import io.candlestream.label.LabelRule;
import java.util.List;

/// What a model of a snapshot sees and what it predicts.
///
/// @param features the set in one line, as [FeatureSet#text] gives it
/// @param featureNames the expressions in the order of the weights
/// @param label what is predicted
/// @param scaling how the features are brought to one scale
public record Inputs(String features, List<String> featureNames, LabelRule label, Scaling scaling) {

    /// Copies the names.
    ///
    /// @throws IllegalArgumentException when there are none
    public Inputs {
        featureNames = List.copyOf(featureNames);
        if (featureNames.isEmpty()) {
            throw new IllegalArgumentException("features must be at least 1, were 0");
        }
    }

    /// Inputs as a learner has them.
    public static Inputs of(FeatureSet features, LabelRule label, Scaling scaling) {
        return new Inputs(features.text(), features.names(), label, scaling);
    }
}
