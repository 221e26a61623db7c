package io.candlestream.jmh;

import io.candlestream.candle.Candle;
import java.util.Arrays;

/// The outputs of [IndicatorBenchmark#OUTPUTS] written by hand for exactly these periods: fields
/// and arrays of doubles, nothing else.
///
/// The limit of what a graph can reach, and no more than that: it cannot be asked for anything
/// else, knows no warm-up, saves nothing, and the means that it slides drift for as long as it
/// runs. Numbers before the 34th candle mean nothing.
final class BareIndicators {

    private static final int BAND = 20;
    private static final int RANGE = 14;
    private static final int CHANGE = 10;
    private static final double FAST = 11.0 / 13;
    private static final double SLOW = 25.0 / 27;
    private static final double SIGNAL = 8.0 / 10;
    private static final double WILDER = 13.0 / 14;

    private final double[] closes = new double[BAND];
    private final double[] typicals = new double[BAND];
    private final double[] highs = new double[RANGE];
    private final double[] lows = new double[RANGE];
    private final double[] before = new double[CHANGE];
    private int bandSlot;
    private int rangeSlot;
    private int changeSlot;
    private int seen;

    private double previousHigh;
    private double previousLow;
    private double previousClose;

    private double mean;
    private double squares;
    private double typicalSum;
    private double deviation;
    private double typical;
    private double fast;
    private double slow;
    private double signal;
    private double gain;
    private double loss;
    private double trueRange;
    private double upward;
    private double downward;
    private double direction;
    private double directionAverage;
    private double highest = Double.NEGATIVE_INFINITY;
    private double lowest = Double.POSITIVE_INFINITY;
    private double raw;
    private double raw1;
    private double raw2;
    private double k;
    private double k1;
    private double k2;
    private double balance;
    private double change;

    void update(Candle candle) {
        double high = candle.high();
        double low = candle.low();
        double close = candle.close();
        if (seen == 0) {
            start(high, low, close);
        }
        slideBands(close, (high + low + close) / 3);
        followCloses(close);
        followRanges(high, low);
        placeInRange(high, low, close);
        if (seen == 0) {
            balance = candle.baseVolume();
        } else {
            balance += Math.signum(close - previousClose) * candle.baseVolume();
        }
        change = 100 * ((close - before[changeSlot]) / before[changeSlot]);
        before[changeSlot] = close;
        changeSlot = changeSlot == CHANGE - 1 ? 0 : changeSlot + 1;
        previousHigh = high;
        previousLow = low;
        previousClose = close;
        seen++;
    }

    void values(double[] into) {
        double band = 2 * Math.sqrt(squares / BAND);
        double line = fast - slow;
        into[0] = mean;
        into[1] = fast;
        into[2] = slow;
        into[3] = ratio(100 * gain, gain + loss);
        into[4] = line;
        into[5] = signal;
        into[6] = line - signal;
        into[7] = mean + band;
        into[8] = mean;
        into[9] = mean - band;
        into[10] = trueRange;
        into[11] = k;
        into[12] = (k + k1 + k2) / 3;
        into[13] = ratio(typical - typicalSum / BAND, 0.015 * deviation);
        into[14] = directionAverage;
        into[15] = balance;
        into[16] = change;
    }

    /// Windows full of the first candle, which nothing has to be taken out of.
    private void start(double high, double low, double close) {
        Arrays.fill(closes, close);
        Arrays.fill(typicals, (high + low + close) / 3);
        Arrays.fill(highs, high);
        Arrays.fill(lows, low);
        Arrays.fill(before, close);
        mean = close;
        typicalSum = BAND * typicals[0];
        highest = high;
        lowest = low;
    }

    private void slideBands(double close, double price) {
        double gone = closes[bandSlot];
        double meanBefore = mean;
        mean += (close - gone) / BAND;
        squares = Math.max(squares + (close - gone) * (close - mean + gone - meanBefore), 0);
        closes[bandSlot] = close;
        typicalSum += price - typicals[bandSlot];
        typicals[bandSlot] = price;
        typical = price;
        bandSlot = bandSlot == BAND - 1 ? 0 : bandSlot + 1;
        deviation = meanDeviation(typicalSum / BAND);
    }

    /// Four sums, because one would wait for itself.
    private double meanDeviation(double centre) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = 0; i < BAND; i += 4) {
            sum0 += Math.abs(typicals[i] - centre);
            sum1 += Math.abs(typicals[i + 1] - centre);
            sum2 += Math.abs(typicals[i + 2] - centre);
            sum3 += Math.abs(typicals[i + 3] - centre);
        }
        return (sum0 + sum1 + (sum2 + sum3)) / BAND;
    }

    private void followCloses(double close) {
        fast = average(fast, close, FAST, seen, 12);
        slow = average(slow, close, SLOW, seen, 26);
        if (seen >= 25) {
            signal = average(signal, fast - slow, SIGNAL, seen - 25, 9);
        }
        if (seen > 0) {
            gain = average(gain, Math.max(close - previousClose, 0), WILDER, seen - 1, 14);
            loss = average(loss, Math.max(previousClose - close, 0), WILDER, seen - 1, 14);
        }
    }

    /// The directional indicators divide both movements by the same true range, which their index
    /// need not do.
    private void followRanges(double high, double low) {
        if (seen == 0) {
            return;
        }
        double range = Math.max(high, previousClose) - Math.min(low, previousClose);
        double rise = high - previousHigh;
        double fall = previousLow - low;
        double up = rise > 0 && rise > fall ? rise : 0;
        double down = fall > 0 && fall > rise ? fall : 0;
        trueRange = average(trueRange, range, WILDER, seen - 1, 14);
        upward = average(upward, up, WILDER, seen - 1, 14);
        downward = average(downward, down, WILDER, seen - 1, 14);
        if (seen >= 14) {
            double both = upward + downward;
            direction = both > 0 ? 100 * (Math.abs(upward - downward) / both) : direction;
            directionAverage = average(directionAverage, direction, WILDER, seen - 14, 14);
        }
    }

    /// Looks through the window only when its extreme has left it.
    private void placeInRange(double high, double low, double close) {
        double highGone = highs[rangeSlot];
        double lowGone = lows[rangeSlot];
        highs[rangeSlot] = high;
        lows[rangeSlot] = low;
        rangeSlot = rangeSlot == RANGE - 1 ? 0 : rangeSlot + 1;
        if (high >= highest) {
            highest = high;
        } else if (highGone == highest) {
            highest = highs[0];
            for (int i = 1; i < RANGE; i++) {
                highest = Math.max(highest, highs[i]);
            }
        }
        if (low <= lowest) {
            lowest = low;
        } else if (lowGone == lowest) {
            lowest = lows[0];
            for (int i = 1; i < RANGE; i++) {
                lowest = Math.min(lowest, lows[i]);
            }
        }
        raw2 = raw1;
        raw1 = raw;
        raw = ratio(100 * (close - lowest), highest - lowest);
        k2 = k1;
        k1 = k;
        k = (raw + raw1 + raw2) / 3;
    }

    /// The plain mean of the first numbers, then an exponential one.
    private static double average(
            double average, double input, double kept, int inputs, int period) {
        return inputs < period
                ? average + (input - average) / (inputs + 1)
                : input + kept * (average - input);
    }

    private static double ratio(double part, double whole) {
        return whole > 0 ? part / whole : 0;
    }
}
