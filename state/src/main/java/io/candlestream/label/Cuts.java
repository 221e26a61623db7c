package io.candlestream.label;

import io.candlestream.codec.Stateful;

/// The returns at which one class ends and the next begins: for each level, one below and one
/// above. They are those of the moment at which a prediction is made.
interface Cuts extends Stateful {

    /// Takes the candle that the closes now end with.
    void update(LastCloses closes);

    boolean ready();

    /// @return how many numbers a prediction must keep
    int contextSize();

    void putContext(double[] into, int at);

    /// @param level from 0, the nearest
    /// @param path whose oldest prediction's cut is asked for; the context begins at index 1
    double upper(int level, WaitingPath path);

    /// @param level from 0, the nearest
    /// @param path whose oldest prediction's cut is asked for; the context begins at index 1
    double lower(int level, WaitingPath path);

    /// The cuts of thresholds that differ in their size only, the nearest first.
    static Cuts of(int horizon, Threshold... levels) {
        double[] sizes = new double[levels.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = levels[i].size();
        }
        return switch (levels[0]) {
            case Threshold.FixedBps _ -> new FixedCuts(sizes);
            case Threshold.OfVolatility(double _, int window) ->
                    new VolatilityCuts(horizon, sizes, window);
            case Threshold.Quantiles(double _, int window) ->
                    new QuantileCuts(horizon, sizes, window);
        };
    }
}
