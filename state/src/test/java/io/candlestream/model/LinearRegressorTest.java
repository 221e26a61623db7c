package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinearRegressorTest implements OnlineRegressorContract {

    private static final Optimiser PLAIN =
            new Optimiser.Plain(new LearningRate.InverseScaling(0.1, 0.25));

    @Override
    public OnlineRegressor model(int featureCount) {
        return of(new NumberLoss.Squared()).createRegressor(featureCount);
    }

    private static SgdConfig of(NumberLoss loss) {
        return new SgdConfig(loss, PLAIN, Penalty.l2(1e-6), Averaging.NONE, 1);
    }

    @Nested
    class WithHuber implements OnlineRegressorContract {

        @Override
        public OnlineRegressor model(int featureCount) {
            return of(new NumberLoss.Huber(0.3)).createRegressor(featureCount);
        }
    }

    @Nested
    class WithEpsilonInsensitive implements OnlineRegressorContract {

        @Override
        public OnlineRegressor model(int featureCount) {
            return of(new NumberLoss.EpsilonInsensitive(0.01)).createRegressor(featureCount);
        }
    }

    @Nested
    class WithSquaredEpsilonInsensitive implements OnlineRegressorContract {

        @Override
        public OnlineRegressor model(int featureCount) {
            return of(new NumberLoss.SquaredEpsilonInsensitive(0.01)).createRegressor(featureCount);
        }
    }

    @Nested
    class WithQuantile implements OnlineRegressorContract {

        @Override
        public OnlineRegressor model(int featureCount) {
            return of(new NumberLoss.Quantile(0.5)).createRegressor(featureCount);
        }
    }

    @Nested
    class WithPoisson implements OnlineRegressorContract {

        @Override
        public OnlineRegressor model(int featureCount) {
            return of(new NumberLoss.Poisson()).createRegressor(featureCount);
        }

        /// The logarithm of the mean is linear, and the noise is as likely above as below.
        @Override
        public double target(double signal, double noise) {
            return StrictMath.exp(signal / 2) * (1 + Math.clamp(noise / 4, -1.0, 1.0));
        }
    }

    @Nested
    class PassiveAggressiveOne implements OnlineRegressorContract {

        @Override
        public OnlineRegressor model(int featureCount) {
            return new PassiveAggressiveConfig(0.01, 1, 0.1, 1).createRegressor(featureCount);
        }
    }

    @Nested
    class PassiveAggressiveTwo implements OnlineRegressorContract {

        @Override
        public OnlineRegressor model(int featureCount) {
            return new PassiveAggressiveConfig(0.01, 2, 0.1, 1).createRegressor(featureCount);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void aQuantileHasItsPartOfTheTargetsBelow(double level) {
        OnlineRegressor model = of(new NumberLoss.Quantile(level)).createRegressor(1);
        Random random = new Random(1);
        int below = 0;
        for (int i = 0; i < 60_000; i++) {
            double[] feature = {random.nextGaussian()};
            double target = 3 * feature[0] + random.nextGaussian();
            below += i >= 40_000 && target < model.predict(feature) ? 1 : 0;
            model.learn(feature, target);
        }

        assertThat(below / 20_000.0).isCloseTo(level, within(0.02));
    }

    @Test
    void aNegativeCountIsRefused() {
        OnlineRegressor model = of(new NumberLoss.Poisson()).createRegressor(1);

        model.learn(new double[] {1}, -1);

        assertThat(model.refusedCount()).isEqualTo(1);
        assertThat(model.predict(new double[] {1})).isEqualTo(1);
    }

    @Test
    void aPredictionThatOverflowsIsTheGreatestDouble() {
        OnlineRegressor model = model(1);
        for (int i = 0; i < 100; i++) {
            model.learn(new double[] {1}, 5);
        }

        assertThat(model.predict(new double[] {Double.MAX_VALUE})).isEqualTo(Double.MAX_VALUE);
        assertThat(model.predict(new double[] {-Double.MAX_VALUE})).isEqualTo(-Double.MAX_VALUE);
    }
}
