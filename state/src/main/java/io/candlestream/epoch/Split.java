package io.candlestream.epoch;

/// Which share of the examples, in the order of time, trains, validates and tests.
///
/// ```
/// |---- train ----|xx gap xx|---- validation ----|xx gap xx|---- test ----|
/// ```
///
/// The last `horizon + embargo` examples of the first two parts are left out: an example's label is
/// known `horizon` candles later, and one that reaches into the next part would carry that part's
/// prices into this one. The last example kept is `horizon + 1` candles before the next part; an
/// embargo widens the distance. The test part needs none behind it.
///
/// @param train percent, at least 1
/// @param validation percent, at least 1
/// @param test percent, at least 1
public record Split(int train, int validation, int test) {

    /// What is used unless told otherwise.
    public static final Split STANDARD = new Split(60, 20, 20);

    /// Examples that each part must keep: the mean loss of fewer says nothing.
    public static final int LEAST_EXAMPLES = 10;

    /// Checks the shares.
    ///
    /// @throws IllegalArgumentException when one is below 1, or their sum is not 100
    public Split {
        if (train < 1 || validation < 1 || test < 1) {
            throw new IllegalArgumentException(
                    "split must be of parts of at least 1 percent, was %d/%d/%d"
                            .formatted(train, validation, test));
        }
        long sum = (long) train + validation + test;
        if (sum != 100) {
            throw new IllegalArgumentException(
                    "split must sum to 100, was %d/%d/%d, which sums to %d"
                            .formatted(train, validation, test, sum));
        }
    }

    /// Reads `60/20/20`.
    ///
    /// @throws IllegalArgumentException when the text is no split
    public static Split parse(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            if (parts.length == 3) {
                return new Split(
                        Integer.parseUnsignedInt(parts[0]),
                        Integer.parseUnsignedInt(parts[1]),
                        Integer.parseUnsignedInt(parts[2]));
            }
        } catch (NumberFormatException _) {
            // No number either is no split.
        }
        throw new IllegalArgumentException(
                "split must be three whole percentages as in 60/20/20, was \"" + text + '"');
    }

    /// Divides examples.
    ///
    /// @param exampleCount how many there are
    /// @param horizon candles until a label is known, at least 1
    /// @param embargo further examples left out after training and after validation, at least 0
    /// @throws IllegalArgumentException when a part would keep fewer than [#LEAST_EXAMPLES]; it
    ///   says how many examples are needed
    public Parts parts(int exampleCount, int horizon, int embargo) {
        if (horizon < 1 || embargo < 0) {
            throw new IllegalArgumentException(
                    "horizon must be at least 1 and embargo at least 0, were %d and %d"
                            .formatted(horizon, embargo));
        }
        int gap = Math.addExact(horizon, embargo);
        Parts parts = divide(exampleCount, gap);
        if (!isEnough(parts)) {
            throw new IllegalArgumentException(
                    ("examples must be at least %d for a split of %s with a horizon of %d and an embargo of"
                                    + " %d candles, were %d")
                            .formatted(needed(gap), this, horizon, embargo, exampleCount));
        }
        return parts;
    }

    private Parts divide(long count, long gap) {
        int validationFrom = (int) (count * train / 100);
        int testFrom = (int) (count * (train + validation) / 100);
        return new Parts(
                (int) Math.max(0, validationFrom - gap),
                validationFrom,
                (int) Math.max(validationFrom, testFrom - gap),
                testFrom,
                (int) count);
    }

    private static boolean isEnough(Parts parts) {
        return parts.trainCount() >= LEAST_EXAMPLES
                && parts.validationCount() >= LEAST_EXAMPLES
                && parts.testCount() >= LEAST_EXAMPLES;
    }

    /// The least count from which on every one suffices. Rounding takes less than one example from
    /// a part, so the first candidate does.
    private long needed(int gap) {
        long least = gap + LEAST_EXAMPLES + 1L;
        long count = 1 + Math.max(100 * least / Math.min(train, validation), 100L * least / test);
        while (isEnough(divide(count - 1, gap))) {
            count--;
        }
        return count;
    }

    /// @return the shares as they are written: `60/20/20`
    @Override
    public String toString() {
        return train + "/" + validation + '/' + test;
    }
}
