package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.evaluation.Baseline;
import io.candlestream.evaluation.MajorityClass;
import io.candlestream.evaluation.Prequential;
import io.candlestream.feature.FeatureSet;
import io.candlestream.feature.Features;
import io.candlestream.feature.StandardScaler;
import io.candlestream.label.DirectionRule;
import io.candlestream.model.ModelConfig;
import io.candlestream.model.OnlineClassifier;
import io.candlestream.seed.Seeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// A model that beats the majority on labels that mean nothing has seen something it must not see.
class ShuffledLabelsTest {

    private static final int HORIZON = 6;
    private static final int CLASSES = DirectionRule.CLASS_NAMES.size();
    private static final FeatureSet FEATURES = FeatureSet.standard();

    @Seeded(runs = 40)
    void teachNothing(long seed) {
        List<double[]> inputs = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        collect(RandomCandles.of(seed, 4_000), inputs, labels);
        Collections.shuffle(labels, new Random(seed));

        OnlineClassifier model = ModelConfig.standard().create(FEATURES.size(), CLASSES);
        Baseline majority = new MajorityClass(CLASSES);
        Prequential ofModel = new Prequential(CLASSES, 1_000);
        Prequential ofMajority = new Prequential(CLASSES, 1_000);
        double[] forecast = new double[CLASSES];
        for (int i = 0; i < inputs.size(); i++) {
            int label = labels.get(i);
            model.predict(inputs.get(i), forecast);
            ofModel.update(forecast, mostProbable(forecast), label);
            int predicted = majority.predict(forecast);
            ofMajority.update(forecast, predicted, label);
            model.learn(inputs.get(i), label);
            majority.learn(label);
        }

        double noise = 3 * Math.sqrt(0.25 / inputs.size());
        assertThat(ofModel.allTime().accuracy())
                .isLessThan(ofMajority.allTime().accuracy() + noise);
        assertThat(ofModel.allTime().logLoss()).isGreaterThan(ofMajority.allTime().logLoss());
    }

    private static void collect(List<Candle> candles, List<double[]> inputs, List<Integer> labels) {
        Features features = new Features(FEATURES);
        StandardScaler scaler = new StandardScaler(FEATURES.size(), 10);
        DirectionRule rule = new DirectionRule(HORIZON, 10);
        double[] raw = new double[FEATURES.size()];
        for (int i = 0; i + HORIZON < candles.size(); i++) {
            features.update(candles.get(i));
            if (features.ready()) {
                double[] scaled = new double[FEATURES.size()];
                features.values(raw);
                scaler.update(raw);
                scaler.transform(raw, scaled);
                inputs.add(scaled);
                double then = candles.get(i).close();
                labels.add(rule.label(rule.forwardReturn(then, candles.get(i + HORIZON).close())));
            }
        }
    }

    private static int mostProbable(double[] forecast) {
        int best = 0;
        for (int i = 1; i < forecast.length; i++) {
            best = forecast[i] > forecast[best] ? i : best;
        }
        return best;
    }
}
