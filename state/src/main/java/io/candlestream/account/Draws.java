package io.candlestream.account;

import java.util.SplittableRandom;

/// Random numbers for many draws of one seed, each independent of the others.
final class Draws {

    private Draws() {}

    /// The generator of a draw. Its own seed is mixed: generators whose seeds differ by a multiple
    /// of the golden gamma would give the same numbers, shifted.
    static SplittableRandom of(long seed, int number) {
        long mixed = new SplittableRandom(seed).nextLong() + number;
        return new SplittableRandom(new SplittableRandom(mixed).nextLong());
    }
}
