package io.candlestream.epoch;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.epoch.TrainingPlan.Shuffle;
import io.candlestream.label.LabelRule;
import io.candlestream.model.ModelConfig;
import io.candlestream.model.OnlineModel;
import java.util.ArrayList;
import java.util.List;

/// Trains a model: over the training part again and again by the model's own rule, one example at a
/// time, until the validation part says that it gets no better; then the state after the best epoch
/// is taken up again.
///
/// ```
/// repeat at most `epochs` times
///   for each example of the training part        loss, then learn
///   for each example of the validation part      loss; nothing is learned
///   keep the state where the mean validation loss is the lowest so far; stop after `patience` epochs that were not
/// ```
///
/// A model keeps its whole state from epoch to epoch, schedules, momenta and the count of examples
/// included. The validation part decides which epoch is kept and when to stop, and nothing else;
/// the test part is not looked at.
public final class Epochs {

    private static final int HORIZONS_A_BLOCK = 4;

    private final LabelRule label;
    private final Examples examples;
    private final Parts parts;
    private final TrainingPlan plan;

    /// Told of the model after every epoch.
    @FunctionalInterface
    public interface Observer {

        /// @param loss what the epoch came to
        /// @param model as it is after the epoch, to be read at once
        void onEpoch(EpochLoss loss, OnlineModel model);
    }

    /// Training on examples.
    ///
    /// @param label what the targets are
    /// @param examples scaled
    public Epochs(LabelRule label, Examples examples, Parts parts, TrainingPlan plan) {
        this.label = label;
        this.examples = examples;
        this.parts = parts;
        this.plan = plan;
    }

    /// Trains a model that has learned nothing.
    ///
    /// @throws IllegalArgumentException when it cannot predict such a label
    public Trained train(ModelConfig config) {
        return train(config, (_, _) -> {});
    }

    /// Trains a model that has learned nothing.
    ///
    /// @param observer told after every epoch
    /// @throws IllegalArgumentException when the model cannot predict such a label
    public Trained train(ModelConfig config, Observer observer) {
        Pupil pupil = Pupil.of(config, label, examples.featureCount());
        BlockOrder order = order();
        EarlyStopping stopping = new EarlyStopping(plan.patience());
        List<EpochLoss> curve = new ArrayList<>();
        StateOutput best = new StateOutput();
        while (curve.size() < plan.epochs() && !stopping.isOver()) {
            EpochLoss point =
                    new EpochLoss(curve.size() + 1, learn(pupil, order), validationLoss(pupil));
            curve.add(point);
            observer.onEpoch(point, pupil.model());
            if (stopping.isBest(point.validationLoss())) {
                best.clear();
                pupil.model().save(best);
            }
        }
        pupil.model().restore(new StateInput(best.toByteArray()));
        return new Trained(pupil.model(), curve, stopping.bestEpoch(), stopping.isOver());
    }

    private BlockOrder order() {
        int length =
                switch (plan.shuffle()) {
                    case NONE -> Math.max(1, parts.trainTo());
                    case BLOCKS -> Math.multiplyExact(HORIZONS_A_BLOCK, label.horizon());
                };
        return new BlockOrder(parts.trainTo(), length, plan.seed());
    }

    private double learn(Pupil pupil, BlockOrder order) {
        if (plan.shuffle() == Shuffle.BLOCKS) {
            order.shuffle();
        }
        double sum = 0;
        for (int place = 0; place < order.blockCount(); place++) {
            for (int i = order.from(place); i < order.to(place); i++) {
                sum += pupil.loss(examples.features(i), examples.target(i));
                pupil.learn(examples.features(i), examples.target(i));
            }
        }
        return sum / parts.trainCount();
    }

    private double validationLoss(Pupil pupil) {
        double sum = 0;
        for (int i = parts.validationFrom(); i < parts.validationTo(); i++) {
            sum += pupil.loss(examples.features(i), examples.target(i));
        }
        return sum / parts.validationCount();
    }
}
