package io.candlestream.label;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import io.candlestream.indicator.Ring;
import io.candlestream.indicator.RollingMoments;

/// How far the close usually goes within a horizon, as its last moves tell.
///
/// ```
/// deviation = population standard deviation of the last `window` of ln(close / close before)
/// usual     = deviation sqrt(horizon)
/// ```
///
/// As if moves were independent. Warm-up: `window + 1` candles.
final class RecentVolatility implements Stateful {

    /// The logarithm of the greatest price over the least, and a little more.
    private static final double LARGEST_MOVE = 140;

    private final double rootOfHorizon;
    private final Ring moves;
    private final RollingMoments moments;

    RecentVolatility(int horizon, int window) {
        rootOfHorizon = Math.sqrt(horizon);
        moves = new Ring(window);
        moments = new RollingMoments(moves, window);
    }

    /// Takes the move to the last close, where there is one.
    void update(LastCloses closes) {
        if (closes.areTwo()) {
            moves.push(closes.logReturn());
            moments.update();
        }
    }

    boolean ready() {
        return moments.ready();
    }

    /// @return the usual move, `>= 0`; 0 before [#ready]
    double usualMove() {
        return ready() ? moments.deviation() * rootOfHorizon : 0;
    }

    @Override
    public void save(StateOutput out) {
        moves.save(out);
        moments.save(out);
    }

    @Override
    public void restore(StateInput in) {
        moves.restore(in);
        for (int age = 0; age < moves.size(); age++) {
            if (!(Math.abs(moves.get(age)) <= LARGEST_MOVE)) {
                throw new StateFormatException(
                        "a move must be within " + LARGEST_MOVE + ", was " + moves.get(age));
            }
        }
        moments.restore(in);
    }
}
