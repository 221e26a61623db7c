package io.candlestream.synthetic;

/// Random numbers that are the same on every machine and in every Java version.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, _Fast Splittable Pseudorandom Number Generators_,
/// 2014. Normal numbers by the polar method of G. Marsaglia, 1964.
final class SplitMix64 {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /// Uniform in `[0, 1)`, a multiple of 2^-53.
    double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /// Uniform in `[0, bound)`; the bias is below `bound / 2^53`.
    int nextInt(int bound) {
        return (int) (nextDouble() * bound);
    }

    /// Normal with mean 0 and variance 1.
    double nextNormal() {
        double x;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            double y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    }
}
