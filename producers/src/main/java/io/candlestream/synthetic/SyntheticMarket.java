package io.candlestream.synthetic;

import io.candlestream.candle.Series;

/// What decides every invented candle. Series of one seed differ from each other: the series is
/// part of the seed.
///
/// @param series venue `synthetic`
/// @param seed any number
/// @param firstOpenTimeMs UTC epoch milliseconds, at least 0, on the grid of the interval
/// @param startPrice first price, and the one that prices are slowly pulled back to; at least 1,000
///   ticks and at most 10^12
/// @param priceDigits digits after the decimal point, 0 to 8; one tick is the last of them
/// @param gapProbability chance that candles are missing before a candle, 0 to 1
public record SyntheticMarket(
        Series series,
        long seed,
        long firstOpenTimeMs,
        double startPrice,
        int priceDigits,
        double gapProbability) {

    /// The venue of every invented candle.
    public static final String VENUE = "synthetic";

    private static final long FIRST_MONDAY_OF_2024_MS = 1_704_067_200_000L;
    private static final double FEWEST_TICKS = 1_000;
    private static final double MOST_TICKS = 1e15;

    /// Checks all parts.
    ///
    /// @throws IllegalArgumentException when one is out of range
    public SyntheticMarket {
        require(
                series.instrument().venue().equals(VENUE),
                "venue must be " + VENUE + ", was " + series.instrument().venue());
        require(
                firstOpenTimeMs >= 0 && series.interval().isOnGrid(firstOpenTimeMs),
                "first open time must be on the grid of "
                        + series.interval()
                        + ", was "
                        + firstOpenTimeMs);
        require(
                priceDigits >= 0 && priceDigits <= 8,
                "price digits must be 0 to 8, was " + priceDigits);
        double ticks = startPrice * StrictMath.pow(10, priceDigits);
        require(
                ticks >= FEWEST_TICKS && ticks <= MOST_TICKS && startPrice <= 1e12,
                "start price must be 1,000 ticks to 10^15 ticks and at most 10^12, was "
                        + startPrice);
        require(
                gapProbability >= 0 && gapProbability <= 1,
                "gap probability must be 0 to 1, was " + gapProbability);
    }

    /// A market that opens on Monday, 1 January 2024 at 100.00 and has no gaps.
    public static SyntheticMarket of(Series series, long seed) {
        return new SyntheticMarket(series, seed, FIRST_MONDAY_OF_2024_MS, 100, 2, 0);
    }

    /// The same market with gaps.
    public SyntheticMarket withGapProbability(double probability) {
        return new SyntheticMarket(
                series, seed, firstOpenTimeMs, startPrice, priceDigits, probability);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
