package io.candlestream.learner;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.evaluation.MeanDifferences;

/// Which model is champion, and how its challengers do beside it since it is.
///
/// No allocation per candle. Not thread-safe: owned by one stream task.
final class Championship implements Stateful {

    private final ChampionPolicy policy;
    private final int modelCount;
    private final MeanDifferences toChampion;
    private int champion;
    private boolean isBelowFloor;

    /// Outcomes since the last promotion, or since the first one of all.
    private long outcomes;

    private boolean wasPromoted;

    /// Outcomes since the champion was last found below or above the floor.
    private long outcomesSinceJudged;

    /// @param block outcomes of a block of differences
    Championship(ChampionPolicy policy, int modelCount, int block) {
        this.policy = policy;
        this.modelCount = modelCount;
        this.toChampion = new MeanDifferences(modelCount == 1 ? 0 : modelCount, block);
    }

    int champion() {
        return champion;
    }

    /// @return whether the champion's skill is too little for it to be used
    boolean isBelowFloor() {
        return isBelowFloor;
    }

    Difference difference(int model, String championId) {
        return new Difference(
                championId, toChampion.count(), toChampion.mean(model), toChampion.margin(model));
    }

    /// Takes the losses of an outcome.
    ///
    /// @param losses of the models first
    void update(double[] losses) {
        outcomes++;
        outcomesSinceJudged++;
        if (modelCount > 1) {
            for (int m = 0; m < modelCount; m++) {
                toChampion.update(m, losses[m], losses[champion]);
            }
            toChampion.next();
        }
    }

    /// @return the challenger that is surely better than the champion, and most so; the champion
    ///   where none is, or none may take its place now
    int better() {
        if (policy.isFixed()
                || outcomes < policy.minimum()
                || (wasPromoted && outcomes < policy.coolDown())) {
            return champion;
        }
        int best = champion;
        double least = -policy.margin();
        for (int m = 0; m < modelCount; m++) {
            double upperEnd =
                    modelCount == 1 || m == champion
                            ? 0
                            : toChampion.mean(m) + toChampion.margin(m);
            if (upperEnd < least) {
                least = upperEnd;
                best = m;
            }
        }
        return best;
    }

    void promote(int model) {
        champion = model;
        outcomes = 0;
        outcomesSinceJudged = 0;
        wasPromoted = true;
        toChampion.reset();
    }

    /// A skill about the floor would be found now here, now there, so that each finding holds for a
    /// while.
    ///
    /// @return whether that changes anything
    boolean judge(double skill) {
        if (outcomesSinceJudged < policy.minimum() || isBelowFloor == skill < policy.floor()) {
            return false;
        }
        isBelowFloor = !isBelowFloor;
        outcomesSinceJudged = 0;
        return true;
    }

    /// Layout: champion, whether it is below the floor, whether one was promoted, outcomes since,
    /// outcomes since it was judged, differences.
    @Override
    public void save(StateOutput out) {
        out.putInt(champion);
        out.putInt(isBelowFloor ? 1 : 0);
        out.putInt(wasPromoted ? 1 : 0);
        out.putLong(outcomes);
        out.putLong(outcomesSinceJudged);
        toChampion.save(out);
    }

    @Override
    public void restore(StateInput in) {
        champion = in.getCount(modelCount - 1);
        isBelowFloor = in.getCount(1) == 1;
        wasPromoted = in.getCount(1) == 1;
        outcomes = in.getCounter();
        outcomesSinceJudged = in.getCounter();
        toChampion.restore(in);
    }
}
