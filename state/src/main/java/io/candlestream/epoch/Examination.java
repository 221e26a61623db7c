package io.candlestream.epoch;

import io.candlestream.evaluation.LastClass;
import io.candlestream.evaluation.LastValue;
import io.candlestream.evaluation.MajorityClass;
import io.candlestream.evaluation.MeanDifferences;
import io.candlestream.evaluation.ZeroValue;
import io.candlestream.label.LabelRule;
import io.candlestream.learner.Difference;
import io.candlestream.model.OnlineClassifier;
import io.candlestream.model.OnlineModel;
import io.candlestream.model.OnlineRegressor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What trained models are worth: their measures on the test part beside those of the baselines,
/// and the differences with 95 % confidence intervals, as the learner makes them.
///
/// Models learn nothing here. Baselines do, as live: before each example of the test part they know
/// every label that was known at its close. A yardstick that knows more is one that is harder to
/// beat, never easier.
public final class Examination {

    /// A block of differences is that many horizons long, so that blocks hardly overlap; as the
    /// learner's.
    private static final int HORIZONS_A_BLOCK = 4;

    private final LabelRule label;
    private final Examples examples;
    private final Parts parts;

    /// An examination on the test part.
    ///
    /// @param label what the targets are
    /// @param examples scaled
    public Examination(LabelRule label, Examples examples, Parts parts) {
        this.label = label;
        this.examples = examples;
        this.parts = parts;
    }

    /// Examines models.
    ///
    /// @param models by their names, all of the kind of the label
    /// @return the models' scores in their order, then the baselines'
    public List<TestScore> of(SequencedMap<String, OnlineModel> models) {
        List<Examinee> examinees = examinees(models);
        int baselineCount = examinees.size() - models.size();
        MeanDifferences differences =
                new MeanDifferences(
                        models.size() * baselineCount,
                        Math.multiplyExact(HORIZONS_A_BLOCK, label.horizon()));
        double[] losses = new double[examinees.size()];
        int known = 0;
        for (int i = parts.testFrom(); i < parts.testTo(); i++) {
            for (; known <= i - label.horizon(); known++) {
                for (Examinee examinee : examinees) {
                    examinee.learn(examples.target(known));
                }
            }
            for (int e = 0; e < losses.length; e++) {
                losses[e] = examinees.get(e).loss(examples.features(i), examples.target(i));
            }
            for (int m = 0; m < models.size(); m++) {
                for (int b = 0; b < baselineCount; b++) {
                    differences.update(m * baselineCount + b, losses[m], losses[models.size() + b]);
                }
            }
            differences.next();
        }
        return scores(examinees, models.size(), differences);
    }

    private List<Examinee> examinees(SequencedMap<String, OnlineModel> models) {
        List<String> classNames = label.classNames();
        List<Examinee> all = new ArrayList<>();
        for (Map.Entry<String, OnlineModel> entry : models.sequencedEntrySet()) {
            all.add(
                    switch (entry.getValue()) {
                        case OnlineClassifier model ->
                                Examinee.model(entry.getKey(), model, classNames);
                        case OnlineRegressor model -> Examinee.model(entry.getKey(), model);
                        default ->
                                throw new IllegalArgumentException(
                                        "model must be one of classes or of numbers, was "
                                                + entry.getKey());
                    });
        }
        if (label.isNumber()) {
            all.add(Examinee.baseline(new ZeroValue()));
            all.add(Examinee.baseline(new LastValue()));
        } else {
            all.add(Examinee.baseline(new MajorityClass(classNames.size()), classNames));
            all.add(Examinee.baseline(new LastClass(classNames.size()), classNames));
        }
        return all;
    }

    private static List<TestScore> scores(
            List<Examinee> examinees, int modelCount, MeanDifferences differences) {
        int baselineCount = examinees.size() - modelCount;
        List<TestScore> scores = new ArrayList<>();
        for (int e = 0; e < examinees.size(); e++) {
            Examinee examinee = examinees.get(e);
            List<Difference> toBaselines = new ArrayList<>();
            for (int b = 0; e < modelCount && b < baselineCount; b++) {
                int pair = e * baselineCount + b;
                toBaselines.add(
                        new Difference(
                                examinees.get(modelCount + b).name(),
                                differences.count(),
                                differences.mean(pair),
                                differences.margin(pair)));
            }
            scores.add(
                    new TestScore(
                            examinee.name(),
                            examinee.isBaseline(),
                            examinee.measures(),
                            toBaselines));
        }
        return scores;
    }
}
