package io.candlestream.ta4j;

/// Tries an indicator on a market that everyone knows, to find out when it has a number.
///
/// What ta4j says of its unstable bars is believed, and so is that a value before the first finite
/// one is none: some indicators know less of themselves than others.
final class Trial {

    private static final int COLUMNS_OF_A_CANDLE = 6;

    private Trial() {}

    /// How many candles it takes: one more than the unstable bars of which ta4j speaks, or as many
    /// more as there is no finite value after them.
    ///
    /// @param columns how many columns the window has
    /// @param most how many candles it may take
    /// @throws IllegalArgumentException when it takes more, or ta4j refuses the numbers
    static int warmUp(IndicatorRecipe recipe, int columns, int most) {
        BarColumns market = new BarColumns(market(columns, most));
        market.addNext();
        int unstable = recipe.make(market).getCountOfUnstableBars();
        Member member = new Member(recipe);
        member.see(market);
        while (market.size() <= unstable || !Double.isFinite(member.latest())) {
            if (market.size() == most) {
                throw new IllegalArgumentException(
                        "%s must have a number within %d candles, had none; ta4j calls the first %d unstable"
                                .formatted(recipe.constructor().name(), most, unstable));
            }
            market.addNext();
            member.see(market);
        }
        return market.size();
    }

    /// Three waves of prices, so that there are swings of every size and no two bars are level;
    /// other columns are as the close.
    private static double[][] market(int columns, int rows) {
        double[][] market = new double[columns][rows];
        double before = 100;
        for (int row = 0; row < rows; row++) {
            double close = 100 + wave(row, 46) + wave(row, 10) / 4 + 1.5 * wave(row, 3);
            market[0][row] = 1_000.0 * row;
            market[1][row] = before;
            market[2][row] = Math.max(before, close) + 0.25 + row % 11 / 64.0;
            market[3][row] = Math.min(before, close) - 0.25 - row % 13 / 64.0;
            market[4][row] = close;
            market[5][row] = 1_000 + 10 * wave(row, 7);
            for (int i = COLUMNS_OF_A_CANDLE; i < columns; i++) {
                market[i][row] = close + i;
            }
            before = close;
        }
        return market;
    }

    /// A triangle from 0 up to a half of the length and down again.
    private static double wave(int row, int length) {
        int at = row % length;
        return Math.min(at, length - at);
    }
}
