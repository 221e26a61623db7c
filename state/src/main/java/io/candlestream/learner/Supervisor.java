package io.candlestream.learner;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.drift.DriftConfig;
import io.candlestream.model.RatedModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Watches models while they run and does what [Supervision] says.
///
/// No allocation per candle without an event. Not thread-safe: owned by one stream task.
final class Supervisor implements Stateful {

    private final Forecasters forecasters;
    private final Supervision supervision;
    private final Championship championship;
    private final @Nullable DriftWatch watch;
    private boolean isScalerWorn;

    /// @param block outcomes of a block of differences
    Supervisor(Forecasters forecasters, Supervision supervision, int block) {
        DriftConfig drift = supervision.drift();
        int modelCount = forecasters.modelCount();
        this.forecasters = forecasters;
        this.supervision = supervision;
        this.championship = new Championship(supervision.champion(), modelCount, block);
        this.watch = drift == null ? null : new DriftWatch(drift, modelCount);
    }

    /// @return the number of the model that is champion
    int champion() {
        return championship.champion();
    }

    Role role(int model) {
        if (model != champion()) {
            return Role.CHALLENGER;
        }
        return championship.isBelowFloor() ? Role.NONE : Role.CHAMPION;
    }

    Difference difference(int model, String championId) {
        return championship.difference(model, championId);
    }

    /// Takes the losses of an outcome.
    ///
    /// @param losses of the models first
    void update(double[] losses) {
        championship.update(losses);
    }

    /// Sets the rate at which a model learns the example at hand.
    void setRate(int index) {
        if (watch != null
                && supervision.reaction() instanceof Reaction.Faster faster
                && forecasters.model(index) instanceof RatedModel model) {
            model.scaleRate(watch.isFaster(index) ? faster.factor() : 1);
        }
    }

    /// Acts on what an outcome shows of the models, once they have learned from it.
    ///
    /// @param events receives what happened
    void supervise(List<Event> events) {
        if (forecasters.isFrozen()) {
            return;
        }
        if (watch != null) {
            for (int m = 0; m < forecasters.modelCount(); m++) {
                if (watch.hasDrifted(m, forecasters.watched[m])) {
                    String detector = watch.detector();
                    events.add(
                            new Event(
                                    Event.Kind.DRIFT,
                                    m,
                                    m,
                                    detector,
                                    forecasters.allTimeLoss(m),
                                    forecasters.fadingLoss(m)));
                    react(m, detector, watch, events);
                }
            }
        }
        int better = championship.better();
        if (better != champion()) {
            promote(better, "paired_difference", events);
        }
        if (supervision.champion().floor() != Double.NEGATIVE_INFINITY) {
            judge(events);
        }
    }

    private void react(int model, String detector, DriftWatch watch, List<Event> events) {
        switch (supervision.reaction()) {
            case Reaction.Alert _ -> {}
            case Reaction.ResetModel _ ->
                    Fresh.put(forecasters.newModel(model), forecasters.model(model));
            case Reaction.ResetScaler _ -> isScalerWorn = true;
            case Reaction.Faster faster -> watch.learnFaster(model, faster.examples());
            case Reaction.Promote _ -> {
                int best = leastFadingLoss();
                if (model == champion() && best != model) {
                    promote(best, detector, events);
                }
            }
        }
    }

    private int leastFadingLoss() {
        int best = champion();
        for (int m = 0; m < forecasters.modelCount(); m++) {
            if (forecasters.fadingLoss(m) < forecasters.fadingLoss(best)) {
                best = m;
            }
        }
        return best;
    }

    private void promote(int model, String by, List<Event> events) {
        int former = champion();
        events.add(
                new Event(
                        Event.Kind.PROMOTION,
                        model,
                        former,
                        by,
                        forecasters.fadingLoss(former),
                        forecasters.fadingLoss(model)));
        championship.promote(model);
    }

    private void judge(List<Event> events) {
        double ofBaselines = Double.POSITIVE_INFINITY;
        for (int b = forecasters.modelCount(); b < forecasters.forecasterCount(); b++) {
            ofBaselines = Math.min(ofBaselines, forecasters.fadingLoss(b));
        }
        double skill = ofBaselines > 0 ? 1 - forecasters.fadingLoss(champion()) / ofBaselines : 0;
        if (championship.judge(skill)) {
            boolean isBelow = championship.isBelowFloor();
            events.add(
                    new Event(
                            isBelow ? Event.Kind.BELOW_FLOOR : Event.Kind.ABOVE_FLOOR,
                            champion(),
                            champion(),
                            "floor",
                            supervision.champion().floor(),
                            skill));
        }
    }

    /// @return whether the scaler has to begin anew; asked once
    boolean takeScalerIsWorn() {
        boolean was = isScalerWorn;
        isScalerWorn = false;
        return was;
    }

    /// Layout: the championship, then the watch where there is one.
    @Override
    public void save(StateOutput out) {
        championship.save(out);
        if (watch != null) {
            watch.save(out);
        }
    }

    @Override
    public void restore(StateInput in) {
        championship.restore(in);
        if (watch != null) {
            watch.restore(in);
        }
    }
}
