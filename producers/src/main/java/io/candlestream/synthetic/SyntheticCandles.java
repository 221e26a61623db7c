package io.candlestream.synthetic;

import io.candlestream.candle.Candle;
import io.candlestream.history.CandleSource;

/// The endless candles of one invented market, the same for the same [SyntheticMarket] on every
/// machine.
///
/// | quantity | rule |
/// |---|---|
/// | regime | trend up, trend down, quiet, volatile; changes with probability 1/200 a candle |
/// | usual volatility | 3 % a day; for shorter intervals less, with the square root of their length |
/// | close | previous close times exp(return); whole ticks, at least one |
/// | open | the previous close |
/// | high, low | beyond open and close by half-normal steps, so `low <= open, close <= high` |
/// | volume | 100 times a daily wave times a log-normal number, more when volatile; above 0 |
/// | gap | 1 to 10 candles missing; the price goes on from where it was |
///
/// ```
/// return = usual * (drift + volatility * normal) - 0.002 * log(previous close / start price)
/// ```
///
/// The last term pulls prices back to where they began, so that series of any length stay in range.
///
/// Not thread-safe: owned by whoever reads it.
public final class SyntheticCandles implements CandleSource {

    private static final double DAY_MS = 86_400_000;
    private static final double DAILY_VOLATILITY = 0.03;
    private static final double PULL = 0.002;
    private static final double REGIME_CHANGE = 1.0 / 200;
    private static final int LONGEST_GAP = 10;
    private static final double USUAL_VOLUME = 100;
    private static final double VOLUME_DIGITS = 1e4;
    private static final double MOST_TICKS = 1e15;
    private static final Regime[] REGIMES = Regime.values();

    private final SyntheticMarket market;
    private final SplitMix64 random;
    private final double ticksPerUnit;
    private final double usualVolatility;
    private final double startTicks;
    private Regime regime;
    private double lastTicks;
    private long openTimeMs;

    /// Begins with the market's first candle.
    public SyntheticCandles(SyntheticMarket market) {
        this.market = market;
        random = new SplitMix64(market.seed() ^ hash(market.series().toString()));
        ticksPerUnit = StrictMath.rint(StrictMath.pow(10, market.priceDigits()));
        double days = market.series().interval().durationMs() / DAY_MS;
        usualVolatility = DAILY_VOLATILITY * StrictMath.sqrt(Math.min(1, days));
        startTicks = StrictMath.rint(market.startPrice() * ticksPerUnit);
        regime = anyRegime();
        lastTicks = startTicks;
        openTimeMs = market.firstOpenTimeMs();
    }

    /// The next candle; there is always one.
    @Override
    public Candle next() {
        if (random.nextDouble() < REGIME_CHANGE) {
            regime = anyRegime();
        }
        if (random.nextDouble() < market.gapProbability()) {
            openTimeMs += (1 + random.nextInt(LONGEST_GAP)) * durationMs();
        }
        double open = lastTicks;
        double close = ticks(open * StrictMath.exp(nextReturn()));
        double high = ticks(Math.max(open, close) * StrictMath.exp(nextWick()));
        double low = ticks(Math.min(open, close) * StrictMath.exp(-nextWick()));
        Candle candle =
                new Candle(
                        market.series(),
                        openTimeMs,
                        open / ticksPerUnit,
                        high / ticksPerUnit,
                        low / ticksPerUnit,
                        close / ticksPerUnit,
                        nextVolume());
        lastTicks = close;
        openTimeMs += durationMs();
        return candle;
    }

    private double nextReturn() {
        double move = regime.drift() + regime.volatility() * random.nextNormal();
        return usualVolatility * move - PULL * StrictMath.log(lastTicks / startTicks);
    }

    private double nextWick() {
        return Math.abs(0.5 * usualVolatility * regime.volatility() * random.nextNormal());
    }

    private double nextVolume() {
        double timeOfDay = Math.floorMod(openTimeMs, (long) DAY_MS) / DAY_MS;
        double wave = 1 - 0.5 * StrictMath.cos(2 * Math.PI * timeOfDay);
        double spread = StrictMath.exp(0.5 * random.nextNormal());
        double volume = USUAL_VOLUME * wave * regime.volatility() * spread;
        return Math.max(1, StrictMath.rint(volume * VOLUME_DIGITS)) / VOLUME_DIGITS;
    }

    private Regime anyRegime() {
        return REGIMES[random.nextInt(REGIMES.length)];
    }

    private long durationMs() {
        return market.series().interval().durationMs();
    }

    private static double ticks(double value) {
        return Math.clamp(StrictMath.rint(value), 1, MOST_TICKS);
    }

    /// FNV-1a, 64 bits.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
