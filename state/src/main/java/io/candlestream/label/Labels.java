package io.candlestream.label;

/// The checks of classes, their indices and their probabilities, that models, baselines and scores
/// share.
public final class Labels {

    private Labels() {}

    /// @return the count
    /// @throws IllegalArgumentException when there are fewer than 2 classes
    public static int checkedClassCount(int classCount) {
        if (classCount < 2) {
            throw new IllegalArgumentException("class count must be at least 2, was " + classCount);
        }
        return classCount;
    }

    /// @param name what the index is called in the message
    /// @throws IllegalArgumentException when the index is not that of a class
    public static void check(String name, int index, int classCount) {
        if (index < 0 || index >= classCount) {
            throw new IllegalArgumentException(
                    name + " must be from 0 to " + (classCount - 1) + ", was " + index);
        }
    }

    /// @throws IllegalArgumentException when the array does not hold one number a class
    public static void checkProbabilities(double[] probabilities, int classCount) {
        if (probabilities.length != classCount) {
            throw new IllegalArgumentException(
                    "probabilities must be "
                            + classCount
                            + " numbers, were "
                            + probabilities.length);
        }
    }
}
