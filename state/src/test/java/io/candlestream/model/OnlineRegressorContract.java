package io.candlestream.model;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.codec.StateInput;
import io.candlestream.seed.Seeded;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What every [OnlineRegressor] promises.
interface OnlineRegressorContract extends OnlineModelContract<OnlineRegressor> {

    /// The number of the example stands in for the target.
    @Override
    default void learn(OnlineRegressor model, double[] features, int label) {
        model.learn(features, label);
    }

    @Override
    default void predict(OnlineRegressor model, double[] features) {
        double predicted = model.predict(features);
        if (Double.isNaN(predicted)) {
            throw new AssertionError("NaN");
        }
    }

    @Override
    default void assertSound(OnlineRegressor model, double[] features) {
        double predicted = model.predict(features);
        if (!(Double.isFinite(predicted)
                && OnlineModelContract.areWithinLimit(model.coefficients()))) {
            throw new AssertionError(
                    "unsound: " + predicted + " of " + Arrays.deepToString(model.coefficients()));
        }
    }

    /// Of a model that learns a mean; another is taught what it can learn.
    ///
    /// @param signal standard normal
    default double target(double signal, double noise) {
        return 2 + signal + 0.1 * noise;
    }

    /// @return how far from the target without its noise predictions may be, root mean square
    default double margin() {
        return 0.1;
    }

    @Test
    default void findsAPlantedSignal() {
        Random random = new Random(11);
        OnlineRegressor model = model(4);
        double squares = 0;
        for (int i = 0; i < 20_000; i++) {
            double[] features = random.doubles(4, -1, 1).toArray();
            double signal = 0.5 * features[0] - features[1] + 1.2 * features[3];
            double error = model.predict(features) - target(signal, 0);
            squares += i < 10_000 ? 0 : error * error;
            model.learn(features, target(signal, random.nextGaussian()));
        }

        assertThat(Math.sqrt(squares / 10_000)).isLessThan(margin());
    }

    @Test
    default void hasOneRowOfCoefficients() {
        assertThat(model(3).coefficients()).hasDimensions(1, 3 + interceptCount());
    }

    @Test
    default void refusesAndCountsTargetsThatAreNotFinite() {
        OnlineRegressor model = model(2);

        model.learn(new double[] {1, 2}, Double.NaN);
        model.learn(new double[] {1, 2}, Double.POSITIVE_INFINITY);

        assertThat(model.refusedCount()).isEqualTo(2);
        assertThat(model.learnedCount()).isZero();
        model.restore(new StateInput(saved(model)));
        assertThat(model.refusedCount()).isEqualTo(2);
    }

    @Seeded(runs = 4)
    default void survivesTargetsOfAnyMagnitude(long seed) {
        Random random = new Random(seed);
        OnlineRegressor model = model(2);

        for (int i = 0; i < 10_000; i++) {
            double[] features =
                    random.nextBoolean()
                            ? Examples.absurd(random, 2)
                            : random.doubles(2, -3, 3).toArray();
            model.learn(features, Examples.absurd(random, 1)[0]);
            assertSound(model, features);
        }
    }
}
