package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import io.candlestream.replay.ReplayedSignals;
import io.candlestream.service.Service;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import io.candlestream.signal.Signal;
import io.candlestream.topology.CandleTopic;
import io.candlestream.topology.InputProgress;
import io.candlestream.topology.TopicContents;
import io.candlestream.topology.UndisturbedRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A service killed in mid-stream, again and again, says what an undisturbed one says: every
/// prediction, every outcome and the last coefficients to the bit, none missing, none twice.
///
/// `-Dcrash.runs=100` kills each a hundred times; `-Dseed=17` replays one choice of moments.
class CrashTest {

    private static final long SEED = Long.getLong("seed", 1);
    private static final int CANDLES_A_RUN = 2_000;
    private static final List<String> SETTINGS =
            List.of(
                    "application-id=crash",
                    "topics.partitions=2",
                    "learner.snapshot-every=1",
                    "streams.live-series=3",
                    "streams.properties.producer.transaction.timeout.ms=2000");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    5; learner.features=standard
                    3; learner.features=default, on(5m, rsi(14)), on(15m, ema_distance(12))\
                    |learner.label=triple_barrier(horizon=6)\
                    |learner.models=softmax, nb=naive_bayes, mixed=hedge(softmax, mlp(4))\
                    |learner.calibration=temperature\
                    |learner.conformal=conformal(window=100)\
                    |learner.drift=page_hinkley(0.005,2,30)\
                    |learner.on-drift=faster(5,50)\
                    |learner.champion=best(minimum=80,cool_down=100,floor=0)\
                    |learner.window=100
                    3; learner.features=return(1), rsi(14), signal(greed,max_age=20m), ema(signal(news),3),\
                     signal_age(news)\
                    |learner.label=forward_return(6)\
                    |learner.models=rls, sgd(loss=huber(0.01))
                    """)
    void killedInMidStreamItSaysWhatAnUndisturbedServiceSays(int kills, String learner)
            throws Exception {
        int runs = Integer.getInteger("crash.runs", kills);
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> all = new ArrayList<>(SETTINGS);
        all.addAll(Arrays.asList(learner.split("\\|", -1)));
        Settings settings = Settings.load(null, all);
        String[] overrides = all.toArray(String[]::new);
        List<Candle> candles = candles(runs);
        List<Signal> signals = signals(candles);
        TopicContents expected = undisturbed(candles, signals, new ConfiguredLearners(settings));
        try (EmbeddedBroker broker =
                        EmbeddedBroker.start(BrokerOptions.onFreePort(folder.resolve("broker")));
                CandleTopic topic = new CandleTopic(broker.bootstrapServers(), "");
                InputProgress progress =
                        new InputProgress(broker.bootstrapServers(), "", "crash")) {
            String servers = broker.bootstrapServers();
            Service.createTopics(settings, servers);
            topic.publishSignals(signals);

            for (int run = 0; run < runs; run++) {
                topic.publish(candles.subList(run * CANDLES_A_RUN, (run + 1) * CANDLES_A_RUN));
                boolean isStateLost = run % 3 == 2;
                try (ServiceProcess service =
                        ServiceProcess.start(
                                servers,
                                folder.resolve("data-" + (isStateLost ? run : "kept")),
                                overrides)) {
                    killInMidStream(service, progress, random);
                }
            }
            try (ServiceProcess service =
                    ServiceProcess.start(servers, folder.resolve("data-last"), overrides)) {
                awaitAllTaken(service, progress);
                assertThat(service.stop()).as(service::log).isEqualTo(143);
            }

            TopicContents actual = TopicContents.read(servers, "");
            assertThat(actual.predictionCount())
                    .as("predictions, with -Dseed=" + SEED)
                    .isEqualTo(expected.predictionCount());
            assertThat(actual).as("with -Dseed=" + SEED).isEqualTo(expected);
        }
    }

    private static TopicContents undisturbed(
            List<Candle> candles, List<Signal> signals, ConfiguredLearners learners) {
        return UndisturbedRun.of(
                candles,
                new ReplayedSignals(
                        instrument ->
                                signals.stream()
                                        .filter(signal -> signal.instrument().equals(instrument))
                                        .iterator(),
                        learners.signals().names()),
                learners,
                1);
    }

    /// Two for every third candle, one of them at its very close; all are there before any candle.
    private static List<Signal> signals(List<Candle> candles) {
        List<Signal> all = new ArrayList<>();
        for (int i = 0; i < candles.size(); i += 3) {
            Candle candle = candles.get(i);
            Instrument instrument = candle.series().instrument();
            all.add(new Signal(instrument, "greed", candle.openTimeMs() + 1 + i % 1_000, i % 101));
            all.add(new Signal(instrument, "news", candle.closeTimeMs(), candle.high()));
        }
        all.sort(Comparator.comparingLong(Signal::timeMs));
        return all;
    }

    /// Some part of the run's candles is committed by then, and some part of the rest is on its
    /// way.
    private static void killInMidStream(
            ServiceProcess service, InputProgress progress, SplittableRandom random)
            throws InterruptedException {
        long before = progress.lag();
        long killAt = before - random.nextLong(1, CANDLES_A_RUN);
        awaitUntil(service, () -> progress.lag() <= killAt);
        service.kill();
    }

    /// What the killed ones left adds up with their number, so it is waited for as long as it
    /// becomes less.
    private static void awaitAllTaken(ServiceProcess service, InputProgress progress) {
        for (long lag = progress.lag(); lag > 0; lag = progress.lag()) {
            long before = lag;
            awaitUntil(service, () -> progress.lag() < before);
        }
    }

    private static void awaitUntil(ServiceProcess service, Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    assertThat(service.isAlive()).as(service::log).isTrue();
                    return condition.call();
                });
    }

    private static List<Candle> candles(int runs) {
        int series = 8;
        List<Candle> all = new ArrayList<>();
        for (int i = 0; i < series; i++) {
            Series one = new Series(Instrument.parse("test:COIN" + i), Interval.ONE_MINUTE);
            all.addAll(RandomCandles.of(one, i, runs * CANDLES_A_RUN / series));
        }
        all.sort(Comparator.comparingLong(Candle::closeTimeMs));
        return all;
    }
}
