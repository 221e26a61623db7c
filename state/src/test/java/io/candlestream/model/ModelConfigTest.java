package io.candlestream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ModelConfigTest {

    private static final LearningRate RATE = new LearningRate.Constant(0.5);

    @Test
    void isWrittenCanonically() {
        assertThat(ModelConfig.standard().expression())
                .isEqualTo("softmax(learning_rate=inverse_scaling(0.05,0.5),l2=1.0E-4,clip=1.0)");
        assertThat(new ModelConfig.Smile(RATE, 0).expression())
                .isEqualTo("smile(learning_rate=constant(0.5),l2=0.0)");
    }

    @Test
    void namesTheKindOfModel() {
        assertThat(ModelConfig.standard().id()).isEqualTo("softmax");
        assertThat(new ModelConfig.Smile(RATE, 0).id()).isEqualTo("smile");
    }

    @Test
    void makesModelsThatHaveLearnedNothing() {
        assertThat(ModelConfig.standard().create(3, 2))
                .isInstanceOf(SoftmaxRegression.class)
                .returns(3, OnlineModel::featureCount)
                .returns(0L, OnlineModel::learnedCount);
        assertThat(new ModelConfig.Smile(RATE, 0).create(3, 2))
                .isInstanceOf(SmileLogisticRegression.class)
                .returns(2, OnlineClassifier::classCount)
                .returns(0L, OnlineModel::learnedCount);
    }

    @Test
    void aWeightMayBeShrunkToNothingButNotBeyond() {
        assertThat(new ModelConfig.Softmax(RATE, 2, 1).l2()).isEqualTo(2);
        assertThat(new ModelConfig.Smile(RATE, 2).l2()).isEqualTo(2);
        assertThatThrownBy(() -> new ModelConfig.Softmax(RATE, 2.1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "l2 must be at least 0, and at most 1 when multiplied by the first"
                                + " learning rate 0.5, was 2.1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 2.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAPenaltyOutOfRange(double l2) {
        assertThatThrownBy(() -> new ModelConfig.Softmax(RATE, l2, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ModelConfig.Smile(RATE, l2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1e-4, 1e10, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAClipOutOfRange(double clip) {
        assertThatThrownBy(() -> new ModelConfig.Softmax(RATE, 0, clip))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clip must be from 0.001 to 1.0E9, was " + clip);
    }
}
