package io.candlestream.history;

import io.candlestream.candle.Candle;

/// Counts prices and volumes that make no sense.
final class NumberCheck {

    private long outsideRangeCount;
    private long highBelowLowCount;
    private long notPositiveCount;
    private long negativeVolumeCount;
    private long zeroVolumeCount;

    void count(Candle candle) {
        if (isOutside(candle, candle.open()) || isOutside(candle, candle.close())) {
            outsideRangeCount++;
        }
        if (candle.high() < candle.low()) {
            highBelowLowCount++;
        }
        if (lowest(candle) <= 0) {
            notPositiveCount++;
        }
        if (candle.baseVolume() < 0) {
            negativeVolumeCount++;
        }
        if (candle.baseVolume() == 0) {
            zeroVolumeCount++;
        }
    }

    FileReport.Numbers counts() {
        return new FileReport.Numbers(
                outsideRangeCount,
                highBelowLowCount,
                notPositiveCount,
                negativeVolumeCount,
                zeroVolumeCount);
    }

    private static boolean isOutside(Candle candle, double price) {
        return price < candle.low() || price > candle.high();
    }

    private static double lowest(Candle candle) {
        return Math.min(
                Math.min(candle.open(), candle.close()), Math.min(candle.high(), candle.low()));
    }
}
