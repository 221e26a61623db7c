package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;

/// The least-squares line through the last `period` values of a node.
///
/// | quantity | meaning |
/// |---|---|
/// | input | the [History] of a node, any finite number |
/// | output | the line at the newest value, in the input's unit; [#slope], [#at] |
/// | warm-up | `period` updates |
/// | state | a counter, besides the history; O(1) amortised time, no allocation per update |
///
/// ```
/// t     = 0 (oldest), ..., period - 1 (newest)
/// slope = sum((t - mean(t)) (x - mean(x))) / sum((t - mean(t))^2)
/// at(t) = mean(x) + slope (t - mean(t))                     value = at(period - 1)
/// ```
///
/// Computed without drift on what is left after subtracting a value of the window, as
/// [RollingMoments]. Not thread-safe: owned by one stream task.
///
/// Source: TA-Lib 0.4.0, `TA_LINEARREG`.
public final class LinearRegression extends Node {

    private final Ring ring;
    private final int period;
    private final Sums sums;
    private final TwoBlocks blocks;

    /// A line through nothing yet.
    ///
    /// @param period values, from 2 to 10,000
    /// @throws IllegalArgumentException when the period is out of range
    public LinearRegression(History input, int period) {
        super(input);
        this.period = Period.checked(period, 2);
        ring = input.ring(period);
        sums = new Sums();
        blocks = new TwoBlocks(period, sums);
    }

    @Override
    public void update() {
        blocks.update();
        if (blocks.ready()) {
            put(at(period - 1));
        }
    }

    /// @return the rise of the line from one candle to the next, in the input's unit
    public double slope() {
        double n = period;
        return sums.products / (n * (n * n - 1) / 12);
    }

    /// @param time candles after the oldest value of the window: 0 is the intercept, `period - 1`
    ///   the newest value, `period` the forecast of the next one
    /// @return the line at that time, in the input's unit
    public double at(int time) {
        return sums.origin + (sums.mean + slope() * (time - (period - 1) / 2.0));
    }

    @Override
    public int ownWarmUp() {
        return period;
    }

    @Override
    public boolean ready() {
        return blocks.ready();
    }

    @Override
    protected void saveMemory(StateOutput out) {
        blocks.save(out);
    }

    @Override
    protected void restoreMemory(StateInput in) {
        blocks.restore(in);
    }

    /// Mean of `x - origin`, and the sum of the products of time and `x` about their means.
    private final class Sums implements TwoBlocks.Summary {

        private final double[] frontMean = new double[period + 1];
        private final double[] frontProducts = new double[period + 1];
        private double origin;
        private double runningMean;
        private double runningProducts;
        private double mean;
        private double products;

        @Override
        public int held() {
            return ring.size();
        }

        @Override
        public void begin(int age) {
            origin = ring.get(age);
        }

        @Override
        public void clear() {
            runningMean = 0;
            runningProducts = 0;
        }

        /// Time runs in the order of adding here; the mean of the first `count` times is `(count -
        /// 1) / 2`, and so is the distance of the last of them from it.
        @Override
        public void add(int count, int age) {
            double delta = ring.get(age) - origin - runningMean;
            runningMean += delta / count;
            runningProducts += delta * ((count - 1) / 2.0);
        }

        /// The front is added from the newest value to the oldest, against time.
        @Override
        public void keep(int count) {
            frontMean[count] = runningMean;
            frontProducts[count] = -runningProducts;
        }

        /// The mean times of both parts are `period / 2` apart.
        @Override
        public void combine(int front, int back) {
            double gap = runningMean - frontMean[front];
            mean = frontMean[front] + gap * back / period;
            products = frontProducts[front] + runningProducts + gap * front * back / 2;
        }
    }
}
