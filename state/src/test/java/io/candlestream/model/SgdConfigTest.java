package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SgdConfigTest {

    private static final LearningRate RATE = new LearningRate.Constant(0.5);
    private static final Optimiser PLAIN = new Optimiser.Plain(RATE);

    private static SgdConfig of(Loss loss, Optimiser optimiser, Penalty penalty) {
        return new SgdConfig(loss, optimiser, penalty, Averaging.NONE, 1);
    }

    @Test
    void isWrittenCanonically() {
        assertThat(
                        of(
                                        ClassLoss.LOG,
                                        new Optimiser.Momentum(
                                                new LearningRate.Constant(0.01), 0.9),
                                        Penalty.l2(1e-5))
                                .expression())
                .isEqualTo(
                        "sgd(loss=log,optimizer=momentum(0.01,0.9),l2=1.0E-5,l1=0.0,"
                                + "average=false,clip=1.0)");
        assertThat(
                        new SgdConfig(
                                        new NumberLoss.Quantile(0.9),
                                        new Optimiser.Plain(new LearningRate.Optimal(1e-4)),
                                        new Penalty(0, 0.1, true),
                                        Averaging.POLYAK,
                                        10)
                                .expression())
                .isEqualTo(
                        "sgd(loss=quantile(0.9),optimizer=plain(optimal(1.0E-4)),l2=0.0,"
                                + "l1=cumulative(0.1),average=polyak,clip=10.0)");
        assertThat(new PassiveAggressiveConfig(0.1, 2, 0.05, 1).expression())
                .isEqualTo("passive_aggressive(c=0.1,variant=2,epsilon=0.05,clip=1.0)");
    }

    @Test
    void everyOptimiserIsWrittenCanonically() {
        assertThat(PLAIN.expression()).isEqualTo("plain(0.5)");
        assertThat(new Optimiser.Nesterov(RATE, 0.9).expression()).isEqualTo("nesterov(0.5,0.9)");
        assertThat(new Optimiser.Adagrad(RATE, 1e-10).expression())
                .isEqualTo("adagrad(0.5,1.0E-10)");
        assertThat(new Optimiser.RmsProp(RATE, 0.99, 1e-8).expression())
                .isEqualTo("rmsprop(0.5,0.99,1.0E-8)");
        assertThat(new Optimiser.Adam(RATE, 0.9, 0.999, 1e-8).expression())
                .isEqualTo("adam(0.5,0.9,0.999,1.0E-8)");
        assertThat(new Optimiser.AdamW(RATE, 0.9, 0.999, 1e-8).expression())
                .isEqualTo("adamw(0.5,0.9,0.999,1.0E-8)");
        assertThat(new Optimiser.FtrlProximal(0.1, 1).expression()).isEqualTo("ftrl(0.1,1.0)");
    }

    @Test
    void theLossDecidesWhatIsPredicted() {
        SgdConfig ofClasses = of(ClassLoss.LOG, PLAIN, Penalty.NONE);
        SgdConfig ofNumbers = of(new NumberLoss.Squared(), PLAIN, Penalty.NONE);

        assertThat(ofClasses.create(2, 2)).isInstanceOf(LinearClassifier.class);
        assertThat(ofClasses.create(2, 3)).isInstanceOf(OneVsRest.class);
        assertThat(ofNumbers.createRegressor(2)).isInstanceOf(LinearRegressor.class);
        assertThatThrownBy(() -> ofClasses.createRegressor(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model must be one of numbers, was " + ofClasses.expression());
        assertThatThrownBy(() -> ofNumbers.create(2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model must be one of classes, was " + ofNumbers.expression());
    }

    @Test
    void refusesNumbersOutOfRange() {
        refuses(
                () -> of(ClassLoss.LOG, PLAIN, Penalty.l2(2.1)),
                "l2 must be at most 1 when multiplied by the first learning rate 0.5, was 2.1");
        refuses(() -> Penalty.l1(-1), "l1 must be at least 0 and finite, was -1.0");
        refuses(() -> Penalty.elasticNet(1, 1.5), "l1 ratio must be from 0 to 1, was 1.5");
        refuses(
                () -> new SgdConfig(ClassLoss.LOG, PLAIN, Penalty.NONE, Averaging.NONE, 0),
                "clip must be from 0.001 to 1.0E9, was 0.0");
        refuses(
                () -> new Optimiser.Momentum(RATE, 1),
                "momentum must be from 0 to less than 1, was 1.0");
        refuses(
                () -> new Optimiser.Adam(RATE, 0.9, 1, 1e-8),
                "beta2 must be from 0 to less than 1, was 1.0");
        refuses(() -> new Optimiser.Adagrad(RATE, 0), "epsilon must be from 1.0E-30 to 1, was 0.0");
        refuses(
                () -> new Optimiser.FtrlProximal(0, 1),
                "alpha must be from 1.0E-12 to 1000.0, was 0.0");
        refuses(
                () -> new Optimiser.FtrlProximal(1, 0),
                "beta must be from 1.0E-6 to 1.0E6, was 0.0");
        refuses(
                () -> new PassiveAggressiveConfig(0, 1, 0, 1),
                "c must be from 1.0E-9 to 1.0E9, was 0.0");
        refuses(() -> new PassiveAggressiveConfig(1, 3, 0, 1), "variant must be 1 or 2, was 3");
        refuses(
                () -> new PassiveAggressiveConfig(1, 1, -1, 1),
                "epsilon must be at least 0 and finite, was -1.0");
    }

    private static void refuses(Runnable construction, String message) {
        assertThatThrownBy(construction::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Nested
    class ThePenalty {

        @Test
        void ofL1StopsAtZeroAndLeavesTheIntercept() {
            OnlineRegressor model =
                    of(new NumberLoss.Squared(), PLAIN, Penalty.l1(0.1)).createRegressor(2);

            model.learn(new double[] {0.5, 0.01}, 0.4);

            // A step of 0.5 * 0.4 x, of which 0.5 * 0.1 are cut.
            assertThat(model.coefficients()[0])
                    .containsExactly(new double[] {0.1 - 0.05, 0, 0.2}, within(1e-15));
        }

        @Test
        void ofL1CutsLaterWhatItCouldNotCutAtZeroWhenCumulative() {
            OnlineRegressor model =
                    of(new NumberLoss.Squared(), PLAIN, new Penalty(0, 0.1, true))
                            .createRegressor(1);
            model.learn(new double[] {0}, 0);
            model.learn(new double[] {0}, 0);

            model.learn(new double[] {1}, 0.6);

            // A step of 0.3, of which three times 0.05 are cut at once.
            assertThat(model.coefficients()[0])
                    .containsExactly(new double[] {0.15, 0.3}, within(1e-15));
        }

        @Test
        void ofL2ShrinksWeightsBeforeThePlainStepAndInterceptsNever() {
            OnlineRegressor model =
                    of(new NumberLoss.Squared(), PLAIN, Penalty.l2(1)).createRegressor(1);
            model.learn(new double[] {1}, 0.5);
            assertThat(model.coefficients()[0]).containsExactly(0.25, 0.25);

            model.learn(new double[] {0}, 0.25);

            assertThat(model.coefficients()[0]).containsExactly(0.125, 0.25);
        }
    }
}
