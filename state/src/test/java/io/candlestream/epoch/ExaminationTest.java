package io.candlestream.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.label.LabelRule;
import io.candlestream.learner.LabelExpression;
import io.candlestream.learner.ModelExpression;
import io.candlestream.model.OnlineModel;
import io.candlestream.model.OnlineRegressor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    private static final int HORIZON = 2;
    private static final LabelRule RETURN = LabelExpression.parse("forward_return(horizon=2)");

    /// Targets 0, 1, 2, ...: at each example the newest label known is two examples old.
    @Test
    void baselinesKnowWhatWasKnownAtTheClose() {
        List<TestScore> scores = scores(200);

        assertThat(scores).extracting(TestScore::name).containsExactly("rls", "zero", "last_value");
        assertThat(scores.get(2).measure("mae")).isEqualTo(HORIZON);
        assertThat(scores.get(2).measure("mse")).isEqualTo(HORIZON * HORIZON);
    }

    /// An untrained model predicts 0, as the baseline does.
    @Test
    void aModelAsGoodAsABaselineDoesNotDiffer() {
        TestScore model = scores(2_000).getFirst();

        assertThat(model.differences()).hasSize(2);
        assertThat(model.differences().get(0).mean()).isZero();
        assertThat(model.differences().get(0).margin()).isZero();
        assertThat(model.differences().get(0).isWorse()).isFalse();
        assertThat(model.differences().get(1).isWorse()).isTrue();
    }

    /// Ten blocks of eight outcomes each are needed for an interval; 200 examples test with 40.
    @Test
    void thereIsNoIntervalOfTooFewOutcomes() {
        assertThat(scores(200).getFirst().differences().getFirst().margin())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void modelsLearnNothing() {
        OnlineRegressor model = ModelExpression.parse("rls").createRegressor(1);

        scores(200, model);

        assertThat(model.learnedCount()).isZero();
    }

    /// Of the classes 0, 1, 0, 1, ... the last one known, two examples old, is always right.
    @Test
    void classesAreMeasuredBesideMajorityAndLastClass() {
        LabelRule label = LabelExpression.parse("triple_barrier(horizon=2)");
        Examples examples = new Examples(1);
        for (int i = 0; i < 400; i++) {
            examples.add(new double[] {0}, i % 2, i, i + HORIZON);
        }
        int classCount = label.classNames().size();
        SequencedMap<String, OnlineModel> models = new LinkedHashMap<>();
        models.put("softmax", ModelExpression.parse("softmax").create(1, classCount));

        List<TestScore> scores =
                new Examination(label, examples, Split.STANDARD.parts(400, HORIZON, 0)).of(models);

        assertThat(scores)
                .extracting(TestScore::name)
                .containsExactly("softmax", "majority_class", "last_class");
        assertThat(scores.getFirst().measure("log_loss"))
                .isCloseTo(StrictMath.log(classCount), within(1e-12));
        assertThat(scores.getLast().measure("accuracy")).isEqualTo(1);
    }

    private static List<TestScore> scores(int count) {
        return scores(count, ModelExpression.parse("rls").createRegressor(1));
    }

    private static List<TestScore> scores(int count, OnlineRegressor model) {
        Examples examples = new Examples(1);
        for (int i = 0; i < count; i++) {
            examples.add(new double[] {i}, i < count * 0.8 - HORIZON - 2 ? 0 : i, i, i + HORIZON);
        }
        return examined(examples, count, model);
    }

    private static List<TestScore> examined(Examples examples, int count, OnlineRegressor model) {
        SequencedMap<String, OnlineModel> models = new LinkedHashMap<>();
        models.put("rls", model);
        return new Examination(RETURN, examples, Split.STANDARD.parts(count, HORIZON, 0))
                .of(models);
    }
}
