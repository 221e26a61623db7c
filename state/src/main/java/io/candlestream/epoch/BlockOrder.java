package io.candlestream.epoch;

/// The order in which an epoch visits blocks of examples.
///
/// Drawn with SplitMix64 and the shuffle of Fisher and Yates: the same seed gives the same orders.
/// Not thread-safe.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, _Fast splittable pseudorandom number generators_,
/// OOPSLA 2014.
final class BlockOrder {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final int count;
    private final int length;
    private final int[] blocks;
    private long state;

    /// @param count examples
    /// @param length examples of a block; the last one may be shorter
    BlockOrder(int count, int length, long seed) {
        this.count = count;
        this.length = length;
        this.blocks = new int[Math.ceilDiv(count, length)];
        this.state = seed;
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = i;
        }
    }

    /// Draws another order.
    void shuffle() {
        for (int i = blocks.length - 1; i > 0; i--) {
            int other = (int) ((next() >>> 11) * 0x1p-53 * (i + 1));
            int block = blocks[i];
            blocks[i] = blocks[other];
            blocks[other] = block;
        }
    }

    int blockCount() {
        return blocks.length;
    }

    /// @return first example of the block at that place of the order
    int from(int place) {
        return blocks[place] * length;
    }

    /// @return end of that block, exclusive
    int to(int place) {
        return Math.min(count, from(place) + length);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
