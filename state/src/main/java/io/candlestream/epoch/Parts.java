package io.candlestream.epoch;

/// Which examples train, validate and test; those in between are left out. Training begins with
/// example 0.
///
/// @param trainTo end of the training part, exclusive
/// @param validationFrom first of the validation part
/// @param validationTo its end, exclusive
/// @param testFrom first of the test part
/// @param testTo its end, exclusive
public record Parts(int trainTo, int validationFrom, int validationTo, int testFrom, int testTo) {

    /// Checks the order.
    ///
    /// @throws IllegalArgumentException when a part ends before it begins, or begins before the
    ///   last one ends
    public Parts {
        if (!(0 <= trainTo
                && trainTo <= validationFrom
                && validationFrom <= validationTo
                && validationTo <= testFrom
                && testFrom <= testTo)) {
            throw new IllegalArgumentException(
                    "parts must follow each other, were 0 to %d, %d to %d, %d to %d"
                            .formatted(trainTo, validationFrom, validationTo, testFrom, testTo));
        }
    }

    /// @return examples that train
    public int trainCount() {
        return trainTo;
    }

    /// @return examples that validate
    public int validationCount() {
        return validationTo - validationFrom;
    }

    /// @return examples that test
    public int testCount() {
        return testTo - testFrom;
    }

    /// @return examples that are left out
    public int purgedCount() {
        return testTo - trainCount() - validationCount() - testCount();
    }
}
