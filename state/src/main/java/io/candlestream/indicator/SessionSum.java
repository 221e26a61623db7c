package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// The sum of what its input has been since 00:00 UTC.
///
/// | quantity | meaning |
/// |---|---|
/// | input | open time of the candle, UTC epoch milliseconds, and any finite number |
/// | output | the sum over the candles that opened on the same UTC day, in the input's unit |
/// | warm-up | 1 update |
/// | state | 2 doubles, the day and a flag; O(1) time, no allocation per update |
///
/// ```
/// day(t) = floor(t / 86,400,000)
/// sum   <- x when the day has changed, else sum + x
/// ```
///
/// Compensated: the rounding of many terms does not add up. Not thread-safe: owned by one stream
/// task.
///
/// Source: the definition above.
public final class SessionSum extends Node {

    private static final long DAY_MS = 86_400_000;

    private final Node openTime;
    private final Node input;
    private final CompensatedSum sum = new CompensatedSum();
    private long day;
    private boolean ready;

    /// A sum of nothing yet.
    public SessionSum(Node openTime, Node input) {
        super(openTime, input);
        this.openTime = openTime;
        this.input = input;
    }

    @Override
    public void update() {
        long today = Math.floorDiv((long) openTime.value(), DAY_MS);
        if (today != day) {
            sum.clear();
            day = today;
        }
        sum.add(input.value());
        put(sum.value());
        ready = true;
    }

    @Override
    public int ownWarmUp() {
        return 1;
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    protected void saveMemory(StateOutput out) {
        out.putBoolean(ready);
        out.putLong(day);
        sum.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        ready = in.getBoolean();
        day = in.getLong();
        sum.restore(in);
    }
}
