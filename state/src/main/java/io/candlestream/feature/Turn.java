package io.candlestream.feature;

/// Sine and cosine at each of the equal places of a turn, computed once: [StrictMath] allocates
/// until its sine is compiled.
final class Turn {

    private final double[] sines;
    private final double[] cosines;

    /// A turn of this many places, at least 1.
    Turn(int places) {
        sines = new double[places];
        cosines = new double[places];
        for (int place = 0; place < places; place++) {
            sines[place] = sine(4 * place, places);
            cosines[place] = sine(4 * place + places, places);
        }
    }

    /// @return sine of `place / places` of a turn
    double sine(int place) {
        return sines[place];
    }

    /// @return cosine of `place / places` of a turn
    double cosine(int place) {
        return cosines[place];
    }

    /// The sine of `place` steps, a quarter of the turn being `quarter` steps. Only angles up to
    /// the eighth are ever computed: quarters are exact, and what is alike is equal.
    private static double sine(int place, int quarter) {
        int inHalf = Math.floorMod(place, 2 * quarter);
        int steps = Math.min(inHalf, 2 * quarter - inHalf);
        double sine =
                2 * steps <= quarter
                        ? StrictMath.sin(Math.PI / 2 * steps / quarter)
                        : StrictMath.cos(Math.PI / 2 * (quarter - steps) / quarter);
        return steps == 0 || Math.floorMod(place, 4 * quarter) < 2 * quarter ? sine : -sine;
    }
}
