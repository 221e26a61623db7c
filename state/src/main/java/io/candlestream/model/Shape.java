package io.candlestream.model;

import io.candlestream.label.Labels;

/// How many features and classes a model has, and the checks of its arguments.
///
/// @param featureCount from 1 to [Softmax#MOST_FEATURES]
/// @param classCount from 2 to [#MOST_CLASSES]
record Shape(int featureCount, int classCount) {

    /// More probabilities than this need not sum to one within 1e-12.
    private static final int MOST_CLASSES = 1_000;

    /// Checks both counts.
    ///
    /// @throws IllegalArgumentException when one is out of range
    Shape {
        checkFeatureCount(featureCount);
        if (classCount < 2 || classCount > MOST_CLASSES) {
            throw new IllegalArgumentException(
                    "class count must be from 2 to %d, was %d".formatted(MOST_CLASSES, classCount));
        }
    }

    /// @throws IllegalArgumentException when a model cannot have so many features
    static void checkFeatureCount(int featureCount) {
        if (featureCount < 1 || featureCount > Softmax.MOST_FEATURES) {
            throw new IllegalArgumentException(
                    "feature count must be from 1 to %d, was %d"
                            .formatted(Softmax.MOST_FEATURES, featureCount));
        }
    }

    /// @throws IllegalArgumentException when there are not so many features
    static void checkFeatures(double[] features, int featureCount) {
        if (features.length != featureCount) {
            throw new IllegalArgumentException(
                    "features must be " + featureCount + " numbers, were " + features.length);
        }
    }

    /// Coefficients of one class: its weights and its intercept.
    int rowLength() {
        return featureCount + 1;
    }

    void checkFeatures(double[] features) {
        checkFeatures(features, featureCount);
    }

    void checkProbabilities(double[] probabilities) {
        Labels.checkProbabilities(probabilities, classCount);
    }

    void checkLabel(int label) {
        Labels.check("label", label, classCount);
    }
}
