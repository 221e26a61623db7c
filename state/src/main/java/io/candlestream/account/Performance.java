package io.candlestream.account;

/// The statistics of an equity curve, as it grows.
///
/// | quantity | meaning |
/// |---|---|
/// | input | equity and quantity at every close, and every trade |
/// | output | drawdown at any close, [PerformanceMetrics] over all |
/// | warm-up | 2 closes for a return; what has no value before is NaN |
/// | state | some 20 numbers; O(1) time, no allocation per close |
///
/// ```
/// r_t      = equity_t / equity_{t-1} - 1                    from the second close on
/// drawdown = 1 - equity / max(initial equity, equity so far)
/// mean     <- mean + (r - mean) / n      S <- S + (r - mean before)(r - mean after)
/// ```
///
/// Mean and squares by Welford's step: nothing cancels. An equity that is not above 0 has no
/// returns behind it.
///
/// Not thread-safe.
///
/// Source: B. P. Welford, _Technometrics_ 4 (1962) 419; F. A. Sortino, R. van der Meer, _Journal of
/// Portfolio Management_ 17 (1991) 27; T. W. Young, _Futures_ 20 (1991) 40.
public final class Performance implements TradeListener {

    private static final long DAY_MS = 86_400_000;
    private static final double YEAR_MS = 365.0 * DAY_MS;

    private final double initialEquity;
    private double equity;
    private double peak;
    private double drawdown;
    private double maxDrawdown;
    private long closeCount;
    private long exposedCount;
    private long firstTimeMs;
    private long lastTimeMs;
    private long lastDay = Long.MIN_VALUE;
    private long dayCount;

    private long returnCount;
    private double mean;
    private double squares;
    private double lossSquares;

    private long tradeCount;
    private long closedCount;
    private long wonCount;
    private double won;
    private double lost;
    private double fees;

    /// The statistics of no closes.
    ///
    /// @param initialEquity what the account began with, greater than 0
    public Performance(double initialEquity) {
        this.initialEquity = initialEquity;
        equity = initialEquity;
        peak = initialEquity;
    }

    /// Takes the account as it is at a close.
    ///
    /// @param openTimeMs open time of the candle, UTC epoch milliseconds
    /// @param newEquity what the account is worth
    /// @param quantity what it holds
    public void onClose(long openTimeMs, double newEquity, double quantity) {
        if (closeCount == 0) {
            firstTimeMs = openTimeMs;
        } else if (equity > 0) {
            takeReturn(newEquity / equity - 1);
        }
        closeCount++;
        lastTimeMs = openTimeMs;
        long day = Math.floorDiv(openTimeMs, DAY_MS);
        if (day != lastDay) {
            dayCount++;
            lastDay = day;
        }
        if (quantity != 0) {
            exposedCount++;
        }
        equity = newEquity;
        if (equity >= peak) {
            peak = equity;
            drawdown = 0;
        } else {
            drawdown = 1 - equity / peak;
            maxDrawdown = Math.max(maxDrawdown, drawdown);
        }
    }

    private void takeReturn(double value) {
        returnCount++;
        double delta = value - mean;
        mean += delta / returnCount;
        squares += delta * (value - mean);
        if (value < 0) {
            lossSquares += value * value;
        }
    }

    @Override
    public void onTrade(Trade trade) {
        tradeCount++;
        fees += trade.fees();
        if (trade.stillOpen()) {
            return;
        }
        closedCount++;
        if (trade.isWon()) {
            wonCount++;
            won += trade.profit();
        } else {
            lost -= trade.profit();
        }
    }

    /// @return how far the equity is below its greatest until now, as a share of that: 0 at a new
    ///   peak
    public double drawdown() {
        return drawdown;
    }

    /// @return closes over the days, in UTC, on which there was one; NaN before the first
    public double closesADay() {
        return (double) closeCount / dayCount;
    }

    /// The statistics until now.
    ///
    /// @param intervalMs length of a candle, milliseconds
    /// @param periodsAYear by which the returns of a candle are brought to a year, as
    ///   [PeriodsAYear] has it
    public PerformanceMetrics metrics(long intervalMs, double periodsAYear) {
        double years = (lastTimeMs + intervalMs - firstTimeMs) / YEAR_MS;
        double growth = Math.max(0, equity / initialEquity);
        double cagr = closeCount == 0 ? Double.NaN : StrictMath.pow(growth, 1 / years) - 1;
        double root = Math.sqrt(periodsAYear);
        return new PerformanceMetrics(
                equity / initialEquity - 1,
                cagr,
                ratio(mean, Math.sqrt(squares / (returnCount - 1))) * root,
                ratio(mean, Math.sqrt(lossSquares / returnCount)) * root,
                ratio(cagr, maxDrawdown),
                maxDrawdown,
                share(wonCount, closedCount),
                ratio(won, lost),
                tradeCount,
                closedCount,
                share(exposedCount, closeCount),
                fees,
                equity);
    }

    private static double share(long part, long whole) {
        return ratio((double) part, (double) whole);
    }

    private static double ratio(double dividend, double divisor) {
        return divisor > 0 ? dividend / divisor : Double.NaN;
    }
}
