package io.candlestream.evaluation;

/// The checks of class indices and counts that everything in this package makes.
final class Labels {

    private Labels() {}

    static int checkedClassCount(int classCount) {
        if (classCount < 2) {
            throw new IllegalArgumentException("class count must be at least 2, was " + classCount);
        }
        return classCount;
    }

    static void check(String name, int index, int classCount) {
        if (index < 0 || index >= classCount) {
            throw new IllegalArgumentException(
                    name + " must be from 0 to " + (classCount - 1) + ", was " + index);
        }
    }

    static void checkProbabilities(double[] probabilities, int classCount) {
        if (probabilities.length != classCount) {
            throw new IllegalArgumentException(
                    "probabilities must be "
                            + classCount
                            + " numbers, were "
                            + probabilities.length);
        }
    }
}
