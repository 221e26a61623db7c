package io.candlestream.candle;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// The gate before everything that learns: one series' candles pass in order, each once, with sane
/// numbers.
///
/// | a candle that is | gets |
/// |---|---|
/// | newer than the last and well formed | [Verdict#ACCEPTED] |
/// | the last one again, the same to the bit | [Verdict#DUPLICATE] |
/// | at the time of the last one with other numbers | [Verdict#CONFLICTING_DUPLICATE] |
/// | older than the last | [Verdict#LATE] |
/// | not on the grid of the interval | [Verdict#OFF_GRID] |
/// | NaN, infinite, a price or volume out of range, high below low, a time out of range | [Verdict#MALFORMED] |
///
/// An open or close outside `[low, high]` is accepted and counted, because real venues send it:
/// some set the open to the previous close. Every answer is counted. A hole that the calendar calls
/// a gap is counted, and [#missingBefore] tells of it until the next candle is accepted.
///
/// Prices are accepted from 1e-30 to 1e30 and volumes from 0 to 1e30: beyond any market, and small
/// enough that ratios and their squares stay finite in everything behind the gate.
///
/// Not thread-safe: owned by one stream task.
public final class CandleGate implements Stateful {

    private static final double LOWEST_PRICE = 1e-30;
    private static final double HIGHEST_PRICE = 1e30;
    static final double LARGEST_VOLUME = 1e30;

    /// The last millisecond of the year 9999.
    private static final long LATEST_TIME_MS = 253_402_300_799_999L;

    private final Series series;
    private final Calendar calendar;
    private final long[] verdictCounts = new long[Verdict.values().length];
    private long outsideRangeCount;
    private long gapCount;
    private long missingCount;
    private long missingBefore;

    /// The last accepted candle. Its numbers and not the object: that would be a young object in
    /// the hands of an old one, which the garbage collector would have to keep, for every series.
    private long lastOpenTimeMs = Long.MIN_VALUE;

    private double lastOpen;
    private double lastHigh;
    private double lastLow;
    private double lastClose;
    private double lastVolume;

    /// A gate that has seen nothing.
    ///
    /// @param series the series whose candles pass
    /// @param calendar what holes are gaps
    public CandleGate(Series series, Calendar calendar) {
        this.series = series;
        this.calendar = calendar;
    }

    /// Judges one candle and counts the answer; an accepted one becomes the last.
    ///
    /// @param candle a candle of this gate's series
    public Verdict check(Candle candle) {
        Verdict verdict = judge(candle);
        verdictCounts[verdict.ordinal()]++;
        if (verdict == Verdict.ACCEPTED) {
            accept(candle);
        }
        return verdict;
    }

    /// Tells whether [#check] would accept the candle, and changes nothing.
    public boolean accepts(Candle candle) {
        return judge(candle) == Verdict.ACCEPTED;
    }

    /// Says in words why the gate would not accept a candle: what must hold, and what was.
    public String explain(Candle candle) {
        return switch (judge(candle)) {
            case ACCEPTED -> "the candle is acceptable";
            case DUPLICATE ->
                    "open time " + candle.openTimeMs() + " repeats the last candle exactly";
            case CONFLICTING_DUPLICATE ->
                    "a second candle at open time "
                            + candle.openTimeMs()
                            + " must equal the first, was "
                            + numbers(candle)
                            + " after "
                            + numbers(last());
            case LATE ->
                    "open time must be after " + lastOpenTimeMs + ", was " + candle.openTimeMs();
            case OFF_GRID ->
                    "open time must be a multiple of "
                            + series.interval()
                            + ", was "
                            + candle.openTimeMs();
            case MALFORMED ->
                    "prices must be from 1e-30 to 1e30, high not below low, volume from 0 to 1e30"
                            + " and the time from 1970 to 9999, was "
                            + candle.openTimeMs()
                            + ' '
                            + numbers(candle);
        };
    }

    /// @return how often [#check] gave this answer
    public long count(Verdict verdict) {
        return verdictCounts[verdict.ordinal()];
    }

    /// @return how many candles were refused for any reason
    public long rejectedCount() {
        long rejected = 0;
        for (Verdict verdict : Verdict.values()) {
            rejected += verdict.isRejection() ? verdictCounts[verdict.ordinal()] : 0;
        }
        return rejected;
    }

    /// @return how many accepted candles had their open or close outside low to high
    public long outsideRangeCount() {
        return outsideRangeCount;
    }

    /// @return how many gaps the calendar saw
    public long gapCount() {
        return gapCount;
    }

    /// @return how many expected candles were missing in those gaps
    public long missingCount() {
        return missingCount;
    }

    /// @return how many expected candles were missing directly before the last accepted one
    public long missingBefore() {
        return missingBefore;
    }

    @Override
    public void save(StateOutput out) {
        out.putLongs(verdictCounts);
        out.putLong(outsideRangeCount);
        out.putLong(gapCount);
        out.putLong(missingCount);
        out.putLong(missingBefore);
        out.putLong(lastOpenTimeMs);
        out.putDouble(lastOpen);
        out.putDouble(lastHigh);
        out.putDouble(lastLow);
        out.putDouble(lastClose);
        out.putDouble(lastVolume);
    }

    @Override
    public void restore(StateInput in) {
        in.getLongs(verdictCounts);
        outsideRangeCount = in.getLong();
        gapCount = in.getLong();
        missingCount = in.getLong();
        missingBefore = in.getLong();
        lastOpenTimeMs = in.getLong();
        lastOpen = in.getDouble();
        lastHigh = in.getDouble();
        lastLow = in.getDouble();
        lastClose = in.getDouble();
        lastVolume = in.getDouble();
    }

    private Verdict judge(Candle candle) {
        if (!isWellFormed(candle)) {
            return Verdict.MALFORMED;
        }
        if (!series.interval().isOnGrid(candle.openTimeMs())) {
            return Verdict.OFF_GRID;
        }
        if (candle.openTimeMs() > lastOpenTimeMs) {
            return Verdict.ACCEPTED;
        }
        if (candle.openTimeMs() < lastOpenTimeMs) {
            return Verdict.LATE;
        }
        return candle.isSameAs(last()) ? Verdict.DUPLICATE : Verdict.CONFLICTING_DUPLICATE;
    }

    private void accept(Candle candle) {
        boolean isFirst = verdictCounts[Verdict.ACCEPTED.ordinal()] == 1;
        missingBefore =
                isFirst
                        ? 0
                        : calendar.missing(series.interval(), lastOpenTimeMs, candle.openTimeMs());
        if (missingBefore > 0) {
            gapCount++;
            missingCount += missingBefore;
        }
        if (isOutsideRange(candle, candle.open()) || isOutsideRange(candle, candle.close())) {
            outsideRangeCount++;
        }
        lastOpenTimeMs = candle.openTimeMs();
        lastOpen = candle.open();
        lastHigh = candle.high();
        lastLow = candle.low();
        lastClose = candle.close();
        lastVolume = candle.baseVolume();
    }

    private Candle last() {
        return new Candle(
                series, lastOpenTimeMs, lastOpen, lastHigh, lastLow, lastClose, lastVolume);
    }

    /// Written so that NaN fails every comparison.
    private static boolean isWellFormed(Candle candle) {
        return isPrice(candle.open())
                && isPrice(candle.high())
                && isPrice(candle.low())
                && isPrice(candle.close())
                && candle.high() >= candle.low()
                && candle.baseVolume() >= 0
                && candle.baseVolume() <= LARGEST_VOLUME
                && candle.openTimeMs() >= 0
                && candle.openTimeMs() <= LATEST_TIME_MS;
    }

    private static boolean isPrice(double value) {
        return value >= LOWEST_PRICE && value <= HIGHEST_PRICE;
    }

    private static boolean isOutsideRange(Candle candle, double price) {
        return price < candle.low() || price > candle.high();
    }

    private static String numbers(Candle candle) {
        return "open="
                + candle.open()
                + " high="
                + candle.high()
                + " low="
                + candle.low()
                + " close="
                + candle.close()
                + " volume="
                + candle.baseVolume();
    }
}
