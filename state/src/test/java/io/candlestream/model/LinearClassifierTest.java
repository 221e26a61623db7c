package io.candlestream.model;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.golden.GoldenBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LinearClassifierTest implements OnlineClassifierContract {

    private static final LearningRate RATE = new LearningRate.Constant(0.05);
    private static final Optimiser PLAIN = new Optimiser.Plain(RATE);
    private static final LearningRate SMALL = new LearningRate.Constant(0.01);

    @Override
    public OnlineClassifier model(int featureCount, int classCount) {
        return of(ClassLoss.LOG, PLAIN, Penalty.l2(1e-5)).create(featureCount, classCount);
    }

    private static SgdConfig of(ClassLoss loss, Optimiser optimiser, Penalty penalty) {
        return new SgdConfig(loss, optimiser, penalty, Averaging.NONE, 1);
    }

    @Nested
    class WithHinge implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            return of(ClassLoss.HINGE, PLAIN, Penalty.l1(1e-5)).create(featureCount, classCount);
        }

        /// A margin of 1 is a squashed 0.73, and 0.27 for each of the other two.
        @Override
        public double sure() {
            return 0.57;
        }
    }

    @Nested
    class WithSquaredHinge implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            return of(
                            ClassLoss.SQUARED_HINGE,
                            new Optimiser.Nesterov(SMALL, 0.9),
                            Penalty.elasticNet(1e-5, 0.5))
                    .create(featureCount, classCount);
        }
    }

    @Nested
    class WithModifiedHuber implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            return of(
                            ClassLoss.MODIFIED_HUBER,
                            new Optimiser.Momentum(SMALL, 0.9),
                            new Penalty(1e-5, 1e-5, true))
                    .create(featureCount, classCount);
        }
    }

    @Nested
    class WithPerceptron implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            return new SgdConfig(ClassLoss.PERCEPTRON, PLAIN, Penalty.NONE, Averaging.POLYAK, 1)
                    .create(featureCount, classCount);
        }

        /// It learns no more once it is right.
        @Override
        public double sure() {
            return 0.34;
        }
    }

    @Nested
    class WithAdagrad implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            Optimiser adagrad = new Optimiser.Adagrad(new LearningRate.Constant(0.1), 1e-10);
            return of(ClassLoss.LOG, adagrad, Penalty.NONE).create(featureCount, classCount);
        }
    }

    @Nested
    class WithRmsProp implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            Optimiser rmsProp = new Optimiser.RmsProp(SMALL, 0.99, 1e-8);
            return of(ClassLoss.LOG, rmsProp, Penalty.l2(1e-5)).create(featureCount, classCount);
        }
    }

    @Nested
    class WithAdam implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            Optimiser adam = new Optimiser.Adam(SMALL, 0.9, 0.999, 1e-8);
            return of(ClassLoss.LOG, adam, Penalty.NONE).create(featureCount, classCount);
        }
    }

    @Nested
    class WithAdamW implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            Optimiser adam = new Optimiser.AdamW(SMALL, 0.9, 0.999, 1e-8);
            return of(ClassLoss.LOG, adam, Penalty.l2(0.001)).create(featureCount, classCount);
        }
    }

    @Nested
    class WithFtrlProximal implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            Optimiser ftrl = new Optimiser.FtrlProximal(0.1, 1);
            return of(ClassLoss.LOG, ftrl, new Penalty(0.01, 0.5, false))
                    .create(featureCount, classCount);
        }
    }

    @Nested
    class WithAMean implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            return new SgdConfig(ClassLoss.LOG, PLAIN, Penalty.NONE, Averaging.POLYAK, 1)
                    .create(featureCount, classCount);
        }
    }

    @Nested
    class AtAnAdaptiveRate implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            Optimiser plain = new Optimiser.Plain(new LearningRate.Adaptive(0.05, 2_000, 1e-3));
            return of(ClassLoss.LOG, plain, Penalty.NONE).create(featureCount, classCount);
        }
    }

    @Nested
    class PassiveAggressiveOne implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            return new PassiveAggressiveConfig(0.01, 1, 0, 1).create(featureCount, classCount);
        }

        @Override
        public double sure() {
            return 0.57;
        }
    }

    @Nested
    class PassiveAggressiveTwo implements OnlineClassifierContract {

        @Override
        public OnlineClassifier model(int featureCount, int classCount) {
            return new PassiveAggressiveConfig(0.01, 2, 0, 1).create(featureCount, classCount);
        }

        @Override
        public double sure() {
            return 0.57;
        }
    }

    static Stream<Optimiser> optimisers() {
        return Stream.of(
                PLAIN,
                new Optimiser.Momentum(RATE, 0.9),
                new Optimiser.Nesterov(RATE, 0.9),
                new Optimiser.Adagrad(RATE, 1e-10),
                new Optimiser.RmsProp(RATE, 0.99, 1e-8),
                new Optimiser.Adam(RATE, 0.9, 0.999, 1e-8),
                new Optimiser.AdamW(RATE, 0.9, 0.999, 1e-8),
                new Optimiser.FtrlProximal(0.05, 1));
    }

    /// A feature that jumps has the whole gradient, so the intercept gets none of it.
    @ParameterizedTest
    @MethodSource("optimisers")
    void aFeatureThatJumpsHardlyMovesTheIntercept(Optimiser optimiser) {
        Examples examples = Examples.goldenBinary();
        for (ClassLoss loss : ClassLoss.values()) {
            OnlineClassifier model = of(loss, optimiser, Penalty.NONE).create(8, 2);
            examples.teach(model);
            double before = model.coefficients()[0][8];
            double[] jumped = examples.features(0).clone();
            jumped[3] = 1e12;

            model.learn(jumped, model.coefficients()[0][3] > 0 ? 0 : 1);

            assertThat(model.coefficients()[0][8]).isCloseTo(before, within(0.05));
            assertThat(model.learnedCount()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noStepIsLongerThanTheRateTimesTheClip(ClassLoss loss) {
        OnlineClassifier model = of(loss, PLAIN, Penalty.NONE).create(2, 2);

        model.learn(new double[] {1e12, -3e11}, 1);

        double[] row = model.coefficients()[0];
        double squares = row[0] * row[0] + row[1] * row[1] + row[2] * row[2];
        assertThat(Math.sqrt(squares)).isCloseTo(0.05, within(1e-15));
        assertThat(row[2]).isLessThan(1e-12);
    }

    /// To be right about the example it would move by 100.
    @Test
    void noPassiveAggressiveStepIsLongerThanTheClip() {
        for (int variant = 1; variant <= 2; variant++) {
            OnlineClassifier model = new PassiveAggressiveConfig(1e9, variant, 0, 0.5).create(1, 2);

            model.learn(new double[] {0.1}, 1);

            double[] row = model.coefficients()[0];
            assertThat(Math.hypot(row[0], row[1])).isCloseTo(0.5, within(1e-15));
            assertThat(row[0]).isCloseTo(0.1 * row[1], within(1e-15));
        }
    }

    @Test
    void aSmallProbabilityHasAllItsDigits() {
        LinearClassifier model =
                (LinearClassifier)
                        new SgdConfig(
                                        ClassLoss.LOG,
                                        new Optimiser.Plain(new LearningRate.Constant(100)),
                                        Penalty.NONE,
                                        Averaging.NONE,
                                        10)
                                .create(1, 2);
        model.learn(new double[] {1}, 1);
        double[] probabilities = new double[2];

        model.predict(new double[] {1}, probabilities);

        assertThat(model.decision(new double[] {1})).isEqualTo(100);
        double lesser = StrictMath.exp(-100);
        assertThat(probabilities[0]).isCloseTo(lesser, within(1e-14 * lesser));
        assertThat(probabilities[1]).isEqualTo(1);
    }

    @Test
    void aDecisionThatOverflowsKeepsItsSign() {
        LinearClassifier model =
                (LinearClassifier) of(ClassLoss.LOG, PLAIN, Penalty.NONE).create(2, 2);
        model.learn(new double[] {1e5, -2e5}, 1);

        assertThat(model.decision(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE}))
                .isGreaterThan(1e300);
        assertThat(model.decision(new double[] {Double.MAX_VALUE, Double.MAX_VALUE}))
                .isLessThan(-1e300);
    }

    @Test
    void scoresOfSeveralClassesAreThoseOfEachAgainstTheRest() {
        OneVsRest all = (OneVsRest) model(8, 3);
        OnlineClassifier second = model(8, 2);
        Examples examples = Examples.goldenThree();
        for (int i = 0; i < examples.count(); i++) {
            all.learn(examples.features(i), examples.label(i));
            second.learn(examples.features(i), examples.label(i) == 1 ? 1 : 0);
        }
        double[] decisions = new double[3];

        all.decisions(examples.features(0), decisions);

        assertThat(decisions[1])
                .isEqualTo(((LinearClassifier) second).decision(examples.features(0)));
        assertThat(all.coefficients()[1]).containsExactly(second.coefficients()[0]);
    }

    @Test
    void refusesMemoryThatNoGradientCanLeave() {
        OnlineClassifier model =
                of(ClassLoss.LOG, new Optimiser.Adagrad(RATE, 1e-8), Penalty.NONE).create(2, 2);
        byte[] state = saved(model);
        ByteBuffer.wrap(state).putDouble(16, -1);

        assertThatThrownBy(() -> model.restore(new StateInput(state)))
                .isInstanceOf(StateFormatException.class)
                .hasMessage("every square must be in range, one was -1.0");
    }

    /// Of the most memory: a mean, momentum, a cumulative penalty, and three classes.
    @Test
    void stateIsTheGoldenBytes() throws IOException {
        OnlineClassifier model =
                new SgdConfig(
                                ClassLoss.MODIFIED_HUBER,
                                new Optimiser.Adam(
                                        new LearningRate.Adaptive(0.01, 50, 1e-4),
                                        0.9,
                                        0.999,
                                        1e-8),
                                new Penalty(1e-5, 1e-4, true),
                                Averaging.POLYAK,
                                1)
                        .create(8, 3);
        Examples.goldenThree().teach(model);

        GoldenBytes.assertSavedAs("model/sgd-three-classes-after-400.hex", model);
    }
}
