package io.candlestream.topology;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.learner.Learner;
import io.candlestream.signal.SignalChange;
import io.candlestream.signal.SignalHistory;
import io.candlestream.signal.SignalReadings;
import io.candlestream.store.LiveStateStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The candles' side of the join with signals.
final class SignalJoin {

    private final LiveStateStore<Instrument, SignalChange, SignalHistory> histories;

    SignalJoin(LiveStateStore<Instrument, SignalChange, SignalHistory> histories) {
        this.histories = histories;
    }

    /// @return what the signals say at the candle's close; null when that is not known any more
    @Nullable SignalReadings readings(Candle candle, Learner learner) {
        SignalHistory history = histories.get(candle.series().instrument());
        List<String> names = learner.config().features().signals().names();
        return history.reaches(candle.closeTimeMs())
                ? history.readings(names, candle.closeTimeMs())
                : null;
    }

    /// @return the readings of a learner for which nothing has come
    static SignalReadings absent(Learner learner) {
        return SignalReadings.absent(learner.config().features().signals().names().size());
    }

    /// The candle has been taken: what it read is settled.
    void closed(Candle candle) {
        histories.apply(
                candle.series().instrument(), new SignalChange.Closed(candle.closeTimeMs()));
    }
}
