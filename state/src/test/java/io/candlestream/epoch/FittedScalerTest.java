package io.candlestream.epoch;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.feature.Scaler;
import io.candlestream.feature.Scaling;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FittedScalerTest {

    private static final int COUNT = 200;
    private static final Parts PARTS = Split.STANDARD.parts(COUNT, 5, 0);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "standard",
                "standard(fading=20)",
                "minmax(30)",
                "rank(30)",
                "robust(30)",
                "none"
            })
    void scalesTheTrainingPartAsLive(String expression) {
        Scaling scaling = Scaling.parse(expression, 10);
        Examples examples = examples(1);
        Scaler live = scaling.create(2);
        double[][] expected = new double[PARTS.trainTo()][2];
        for (int i = 0; i < expected.length; i++) {
            live.updateAndTransform(examples.features(i), expected[i]);
        }

        Scaler fitted = FittedScaler.scale(scaling, examples, PARTS);

        for (int i = 0; i < expected.length; i++) {
            assertThat(examples.features(i)).containsExactly(expected[i]);
        }
        assertThat(saved(fitted)).isEqualTo(saved(live));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "standard",
                "standard(fading=20)",
                "minmax(30)",
                "rank(30)",
                "robust(30)",
                "none"
            })
    void whatComesAfterTheTrainingPartChangesNoOtherVector(String expression) {
        Scaling scaling = Scaling.parse(expression, 10);
        Examples examples = examples(1);
        Examples changed = examples(1);
        changed.features(PARTS.validationFrom() + 3)[0] = 1e6;
        changed.features(PARTS.testFrom() + 3)[1] = -1e6;

        byte[] fitted = saved(FittedScaler.scale(scaling, examples, PARTS));

        assertThat(saved(FittedScaler.scale(scaling, changed, PARTS))).isEqualTo(fitted);
        for (int i = 0; i < COUNT; i++) {
            if (i != PARTS.validationFrom() + 3 && i != PARTS.testFrom() + 3) {
                assertThat(changed.features(i)).containsExactly(examples.features(i));
            }
        }
    }

    private static Examples examples(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Examples examples = new Examples(2);
        for (int i = 0; i < COUNT; i++) {
            examples.add(
                    new double[] {100 * random.nextDouble(), random.nextDouble() - 7}, 0, i, i + 5);
        }
        return examples;
    }
}
