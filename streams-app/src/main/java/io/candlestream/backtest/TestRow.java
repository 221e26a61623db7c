package io.candlestream.backtest;

import io.candlestream.candle.Candle;
import io.candlestream.evaluation.Baseline;
import java.util.List;

/// A candle behind the first training window: what the baselines forecast at its close, and the
/// label that came true of it.
final class TestRow {

    private static final int UNKNOWN = -1;

    private final Candle candle;
    private final long position;
    private final int[] predicted;
    private final double[][] probabilities;
    private int label = UNKNOWN;

    TestRow(Candle candle, long position, List<Baseline> baselines, int classCount) {
        this.candle = candle;
        this.position = position;
        predicted = new int[baselines.size()];
        probabilities = new double[baselines.size()][classCount];
        for (int b = 0; b < predicted.length; b++) {
            predicted[b] = baselines.get(b).predict(probabilities[b]);
        }
    }

    Candle candle() {
        return candle;
    }

    long position() {
        return position;
    }

    int predicted(int baseline) {
        return predicted[baseline];
    }

    double[] probabilities(int baseline) {
        return probabilities[baseline];
    }

    void label(int known) {
        label = known;
    }

    boolean isLabelled() {
        return label != UNKNOWN;
    }

    int label() {
        return label;
    }
}
