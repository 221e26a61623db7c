package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.broker.BrokerOptions;
import io.candlestream.broker.EmbeddedBroker;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.feed.CandleMessage;
import io.candlestream.service.Service;
import io.candlestream.settings.Settings;
import io.candlestream.venue.Dialect;
import io.candlestream.venue.StubServer;
import io.candlestream.venue.StubVenue;
import io.candlestream.wire.TopicReader;
import io.candlestream.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The feed of an exchange as a process of its own, killed at random moments: the topic has the
/// venue's truth, in order, once.
///
/// `-Dfeed.kills=20` kills it twenty times; `-Dseed=17` replays one choice of moments.
class FeedVenueCommandTest {

    private static final int KILLS = Integer.getInteger("feed.kills", 3);
    private static final long SEED = Long.getLong("seed", 1);
    private static final int SERIES = 3;
    private static final int MINUTES_A_RUN = 200;
    private static final List<String> SETTINGS = List.of("topics.partitions=2");

    @TempDir private Path folder;
    private final CapturedConsole console = new CapturedConsole();

    @Test
    void killedAtRandomMomentsItPublishesTheTruthOnceInOrder() throws Exception {
        int minutes = MINUTES_A_RUN * (KILLS + 1);
        var stub = new StubVenue(Dialect.BINANCE, SERIES, minutes, SEED, 0.02);
        SplittableRandom random = new SplittableRandom(SEED);
        try (EmbeddedBroker broker =
                        EmbeddedBroker.start(BrokerOptions.onFreePort(folder.resolve("broker")));
                StubServer server = StubServer.start(stub)) {
            String servers = broker.bootstrapServers();
            Service.createTopics(Settings.load(null, SETTINGS), servers);
            long expected = stub.series().stream().mapToLong(one -> stub.truth(one).size()).sum();
            for (int run = 0; run <= KILLS; run++) {
                try (ServiceProcess feed = start(servers, server, stub, run)) {
                    awaitLog(feed, run == 0 ? "begins now" : "goes on after");
                    Awaitility.await().atMost(Duration.ofMinutes(1)).until(stub::hasAnsweredAll);
                    stub.answerAnew();
                    long killAt = stub.closedCount() + random.nextLong(1, MINUTES_A_RUN);
                    for (int i = 0; i < MINUTES_A_RUN; i++) {
                        stub.step();
                    }
                    if (run < KILLS) {
                        awaitCount(servers, killAt);
                        feed.kill();
                    } else {
                        stub.later(3_600_000);
                        awaitCount(servers, expected);
                        assertThat(feed.stop()).as(feed::log).isEqualTo(143);
                    }
                }
            }

            List<Candle> all = read(servers);
            for (Series series : stub.series()) {
                assertThat(all.stream().filter(candle -> candle.series().equals(series)).toList())
                        .as("%s with -Dseed=%d", series, SEED)
                        .isEqualTo(stub.truth(series));
            }
            assertThat(console.run("feed", "status", "--bootstrap-servers", servers))
                    .as(console.err())
                    .isEqualTo(ExitCode.DONE);
            assertThat(console.out()).contains("binance:C0USDT@1m").contains("late");
        }
    }

    @Test
    void saysWhichSymbolTheVenueDoesNotHave() throws Exception {
        var stub = new StubVenue(Dialect.BINANCE, 1, 10, SEED, 0);
        try (EmbeddedBroker broker =
                        EmbeddedBroker.start(BrokerOptions.onFreePort(folder.resolve("broker")));
                StubServer server = StubServer.start(stub)) {
            int code =
                    console.run(
                            "feed",
                            "binance",
                            "--instruments",
                            "NOSUCH",
                            "--option",
                            "rest=" + server.rest(),
                            "--option",
                            "websocket=" + server.webSocket(),
                            "--bootstrap-servers",
                            broker.bootstrapServers());

            assertThat(code).as(console.err()).isEqualTo(ExitCode.UNUSABLE);
            assertThat(console.err())
                    .contains("binance says of binance:NOSUCH@1m: -1121 Invalid symbol.")
                    .contains("look the symbol up at the venue");
        }
    }

    @Test
    void saysWhatItCannotFeedBeforeItConnects() {
        assertThat(console.run("feed", "kraken", "--instruments", "XBTUSD"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("an instrument of kraken must look like BTC/USD");
        assertThat(console.run("feed", "okx", "--instruments", "BTC-USDT", "--interval", "7m"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("--interval:");
        assertThat(console.run("feed", "okx", "--instruments", "BTC-USDT", "--interval", "10m"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("but not of 10m: feed a shorter interval");
        assertThat(console.run("feed", "live", "--instruments", "nowhere:X"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("--instruments must name one of [binance,");
        assertThat(console.run("feed", "binance", "--instruments", "BTCUSDT", "--option", "x=1"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(console.err()).contains("--option: option must be websocket, rest,");
    }

    private ServiceProcess start(String servers, StubServer server, StubVenue stub, int run) {
        String symbols =
                String.join(
                        ",", stub.series().stream().map(one -> one.instrument().symbol()).toList());
        return ServiceProcess.startCommand(
                folder.resolve("run-" + run),
                "feed",
                "binance",
                "--instruments",
                symbols,
                "--bootstrap-servers",
                servers,
                "--set",
                SETTINGS.getFirst(),
                "--status-every",
                "1",
                "--option",
                "rest=" + server.rest(),
                "--option",
                "websocket=" + server.webSocket(),
                "--option",
                "first-backoff-ms=5",
                "--option",
                "longest-backoff-ms=50",
                "--option",
                "request-gap-ms=1");
    }

    private static void awaitLog(ServiceProcess feed, String part) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    assertThat(feed.isAlive()).as(feed::log).isTrue();
                    return feed.log().contains(part);
                });
    }

    private static void awaitCount(String servers, long least) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> read(servers).size() >= least);
    }

    private static List<Candle> read(String servers) {
        CandleMessage messages = new CandleMessage();
        List<Candle> candles = new ArrayList<>();
        try (var reader = new TopicReader<>(servers, Topics.CANDLES, "")) {
            reader.readToEnd(record ->
                    candles.add(messages.fromMessage(Objects.requireNonNull(record.message()))));
        }
        return candles;
    }
}
