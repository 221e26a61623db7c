package io.candlestream.model;

/// Where a quadratic function is least among weights that sum to one, none below a floor.
///
/// ```
/// least over w' of (w' - w)' A (w' - w) / 2 + g (w' - w)
/// ```
///
/// An active set: weights at the floor are left out, the rest is solved for by Cholesky's
/// factorisation, and the step towards that solution ends at the first floor it meets, which is
/// then left out too; at a solution, the weight at the floor that gains most by rising is let in.
/// Each solution is lower than the one before, so no set comes twice, and the number of rounds is
/// bounded besides: whatever rounding does, the result is a point of the simplex that is not higher
/// than the first.
///
/// Source: J. Nocedal and S. J. Wright, _Numerical Optimization_, 2006, section 16.5. Not
/// thread-safe.
final class SimplexLeast {

    private static final int MOST_ROUNDS = 64;

    /// A weight rises from the floor only for more than rounding.
    private static final double GAIN = 1e-10;

    /// What rounding may leave of the square of a factor, as a part of it.
    private static final double LEAST = 1e-13;

    private final int count;
    private final boolean[] isFree;

    /// Which weights are free, in rising order; never none, as floors sum to at most a half.
    private final int[] free;

    private final double[] factor;
    private final double[] slope;
    private final double[] step;
    private final double[] ones;

    SimplexLeast(int count) {
        this.count = count;
        isFree = new boolean[count];
        free = new int[count];
        factor = new double[count * count];
        slope = new double[count];
        step = new double[count];
        ones = new double[count];
    }

    /// Moves the weights to where it is least.
    ///
    /// @param matrix positive definite, row after row
    /// @param gradient at the weights as they are; used up
    /// @param weights at least the floor, of sum one
    void move(double[] matrix, double[] gradient, double[] weights, double floor) {
        for (int i = 0; i < count; i++) {
            isFree[i] = weights[i] > floor;
            slope[i] = gradient[i];
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int size = listFree();
            double level = solve(matrix, size);
            if (advance(matrix, weights, floor, size) && !letIn(level)) {
                break;
            }
        }
        normalise(weights);
    }

    private int listFree() {
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (isFree[i]) {
                free[size++] = i;
            }
        }
        return size;
    }

    /// Finds the step of the free weights that keeps their sum.
    ///
    /// @return the slope that all free weights have after it
    private double solve(double[] matrix, int size) {
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double rest = matrix[free[a] * count + free[b]];
                for (int k = 0; k < b; k++) {
                    rest -= factor[a * count + k] * factor[b * count + k];
                }
                factor[a * count + b] =
                        a == b
                                ? Math.sqrt(Math.max(rest, LEAST * matrix[free[a] * (count + 1)]))
                                : rest / factor[b * count + b];
            }
        }
        for (int a = 0; a < size; a++) {
            step[a] = -slope[free[a]];
            ones[a] = 1;
        }
        substitute(step, size);
        substitute(ones, size);
        double sum = 0;
        double sumOfOnes = 0;
        for (int a = 0; a < size; a++) {
            sum += step[a];
            sumOfOnes += ones[a];
        }
        double level = sum / sumOfOnes;
        for (int a = 0; a < size; a++) {
            step[a] -= level * ones[a];
        }
        return -level;
    }

    private void substitute(double[] values, int size) {
        for (int a = 0; a < size; a++) {
            for (int k = 0; k < a; k++) {
                values[a] -= factor[a * count + k] * values[k];
            }
            values[a] /= factor[a * count + a];
        }
        for (int a = size - 1; a >= 0; a--) {
            for (int k = a + 1; k < size; k++) {
                values[a] -= factor[k * count + a] * values[k];
            }
            values[a] /= factor[a * count + a];
        }
    }

    /// Takes the step, or the part of it that ends at the first floor.
    ///
    /// @return whether it was the whole step
    private boolean advance(double[] matrix, double[] weights, double floor, int size) {
        double part = 1;
        int first = -1;
        for (int a = 0; a < size; a++) {
            double room = weights[free[a]] - floor;
            if (step[a] < 0 && -step[a] * part > room) {
                part = room / -step[a];
                first = a;
            }
        }
        for (int a = 0; a < size; a++) {
            weights[free[a]] = Math.max(floor, weights[free[a]] + part * step[a]);
            for (int i = 0; i < count; i++) {
                slope[i] += part * matrix[i * count + free[a]] * step[a];
            }
        }
        if (first >= 0) {
            weights[free[first]] = floor;
            isFree[free[first]] = false;
        }
        return first < 0;
    }

    /// @return whether a weight at the floor gains by rising, at the cost of the free ones
    private boolean letIn(double level) {
        int best = -1;
        double lowest = level - GAIN * Math.max(1, Math.abs(level));
        for (int i = 0; i < count; i++) {
            if (!isFree[i] && slope[i] < lowest) {
                best = i;
                lowest = slope[i];
            }
        }
        if (best >= 0) {
            isFree[best] = true;
        }
        return best >= 0;
    }

    private static void normalise(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.min(1, weights[i] / sum);
        }
    }
}
