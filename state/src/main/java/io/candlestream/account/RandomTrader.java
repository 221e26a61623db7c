package io.candlestream.account;

import java.util.Arrays;

/// A trader that decides as another one did, but at other times: the same targets for as long, in
/// the same order, moved round by a random number of candles. It trades as often and holds as much,
/// and knows nothing.
///
/// What it achieves is what luck gives to such a trader. Trader `i` depends on the seed and on `i`
/// alone. O(decisions that change) time each; O(n) where the account has stops.
///
/// Safe for use by several threads.
public final class RandomTrader {

    private final AccountConfig config;
    private final double[] targets;
    private final double[][] prices;
    private final int[] changes;
    private final long intervalMs;
    private final long seed;

    /// @param config of the account
    /// @param targets decided at every close, at least 2
    /// @param prices opens, highs, lows and closes of the candles, as many each
    /// @param intervalMs from open to open, milliseconds
    /// @param seed by which the candles are drawn
    /// @throws IllegalArgumentException when there are too few, or not as many prices
    public RandomTrader(
            AccountConfig config, double[] targets, double[][] prices, long intervalMs, long seed) {
        if (targets.length < 2
                || !Arrays.stream(prices).allMatch(p -> p.length == targets.length)) {
            throw new IllegalArgumentException(
                    "targets must be at least 2 and prices as many, were " + targets.length);
        }
        this.config = config;
        this.targets = targets.clone();
        this.prices = Arrays.stream(prices).map(double[]::clone).toArray(double[][]::new);
        this.changes = changes(config, targets);
        this.intervalMs = intervalMs;
        this.seed = seed;
    }

    /// Where the target differs from the one before it, the last being before the first; everywhere
    /// with stops, which any candle may reach, and where what is short pays at every close.
    private static int[] changes(AccountConfig config, double[] targets) {
        int[] found = new int[targets.length];
        int count = 0;
        boolean isEvery = !config.stops().equals(StopRule.NONE) || config.costs().borrowBps() > 0;
        double before = targets[targets.length - 1];
        for (int i = 0; i < targets.length; i++) {
            if (isEvery || targets[i] != before) {
                found[count++] = i;
            }
            before = targets[i];
        }
        return Arrays.copyOf(found, count);
    }

    /// Trades once through history.
    ///
    /// @param number which trader, from 0
    /// @return final over initial equity, less 1
    public double totalReturn(int number) {
        int n = targets.length;
        int shift = Draws.of(seed, number).nextInt(1, n);
        Account account = new Account(config, _ -> {});
        int taken = decide(account, 0, -1, shift);
        int first = Arrays.binarySearch(changes, shift);
        first = first < 0 ? -first - 1 : first;
        for (int i = 0; i < changes.length; i++) {
            int change = changes[(first + i) % changes.length];
            taken = decide(account, Math.floorMod(change - shift, n), taken, shift);
        }
        take(account, n - 1, taken);
        return account.equity() / config.equity() - 1;
    }

    /// Decides at a candle, and takes it and the next one, on which it is filled.
    ///
    /// @return the last candle that was taken
    private int decide(Account account, int candle, int taken, int shift) {
        int now = take(account, candle, taken);
        account.target(targets[(candle + shift) % targets.length]);
        // A candle that is next to the last change is taken when its own turn comes, too.
        return candle + 1 < targets.length ? take(account, candle + 1, now) : now;
    }

    private int take(Account account, int candle, int taken) {
        if (candle <= taken) {
            return taken;
        }
        account.onCandle(
                candle * intervalMs,
                prices[0][candle],
                prices[1][candle],
                prices[2][candle],
                prices[3][candle]);
        return candle;
    }
}
