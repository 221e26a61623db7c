package io.candlestream.topology;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleSource;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.replay.Replay;
import io.candlestream.replay.ReplayedSignals;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/// What the replay says of candles: the truth that every topology is compared with.
public final class UndisturbedRun {

    private UndisturbedRun() {}

    public static TopicContents of(
            List<Candle> candles, Function<Series, LearnerConfig> configs, int snapshotEvery) {
        return of(candles, ReplayedSignals.none(), configs, snapshotEvery);
    }

    public static TopicContents of(
            List<Candle> candles,
            ReplayedSignals signals,
            Function<Series, LearnerConfig> configs,
            int snapshotEvery) {
        TopicContents contents = new TopicContents();
        LearnerMessages messages = new LearnerMessages(InstantSource.fixed(Instant.EPOCH), 3);
        new Replay(configs, signals)
                .run(
                        CandleSource.of(candles),
                        (learner, candle, step) -> {
                            step.events()
                                    .forEach(event ->
                                            contents.add(
                                                    messages.alert(
                                                            learner, event, candle.closeTimeMs())));
                            int modelCount = learner.config().models().size();
                            for (int model = 0; model < modelCount; model++) {
                                if (step.hasOutcome()) {
                                    contents.add(messages.outcome(learner, step, model));
                                }
                                if (step.hasOutcome()
                                        && learner.outcomeCount() % snapshotEvery == 0) {
                                    contents.add(
                                            LearnerMessages.modelKey(learner, model),
                                            messages.snapshot(
                                                    learner, model, candle.closeTimeMs()));
                                }
                                if (step.hasPrediction()) {
                                    contents.add(messages.prediction(learner, step, model));
                                }
                            }
                        });
        return contents;
    }
}
