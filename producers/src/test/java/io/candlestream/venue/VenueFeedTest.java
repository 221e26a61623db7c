package io.candlestream.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What venues do, one at a time, over real sockets.
class VenueFeedTest {

    private final RecordingSink sink = new RecordingSink();

    @ParameterizedTest
    @EnumSource
    void backfillsFromTheLastPublishedCandleAndGoesLive(Dialect dialect) {
        StubVenue stub = stub(dialect);
        Candle last = stub.truth(stub.series().getFirst()).getFirst();
        steps(stub, 10);
        stub.later(6_000);
        try (StubServer server = StubServer.start(stub);
                var _ =
                        new FeedUnderTest(
                                dialect,
                                server,
                                stub,
                                stub.series(),
                                Map.of(last.series(), last),
                                sink,
                                VenueFeedTest::usual)) {
            sink.awaitCount(9);
            steps(stub, 5);
            stub.later(30_000);
            sink.awaitCount(14);
        }
        assertThat(sink.of(last.series())).isEqualTo(stub.truth(last.series()).subList(1, 15));
    }

    @ParameterizedTest
    @EnumSource
    void connectsAgainAfterEveryKindOfEnd(Dialect dialect) {
        StubVenue stub = stub(dialect);
        List<StubVenue.SocketAction> ends =
                List.of(
                        StubServer.StubSocket::abort,
                        socket -> socket.close(1000),
                        socket -> socket.close(1001),
                        socket -> socket.close(1008),
                        socket -> socket.close(1012),
                        socket -> socket.half("{\"e\":\"kline\"}"));
        try (StubServer server = StubServer.start(stub);
                var feed = feed(dialect, server, stub, VenueFeedTest::usual)) {
            sink.await(feed::isLive);
            for (int i = 0; i < ends.size(); i++) {
                int before = stub.connections.get();
                steps(stub, 1);
                stub.each(ends.get(i));
                sink.await(() -> stub.connections.get() > before && feed.isLive());
                stub.later(30_000);
                sink.awaitCount(i + 1);
            }
        }
        assertWhole(stub, ends.size());
    }

    @ParameterizedTest
    @EnumSource
    void answersAPingBetweenTheHalvesOfAFrame(Dialect dialect) {
        StubVenue stub = stub(dialect);
        try (StubServer server = StubServer.start(stub);
                var feed = feed(dialect, server, stub, VenueFeedTest::usual)) {
            sink.await(feed::isLive);
            Candle first = stub.truth(stub.series().getFirst()).getFirst();
            stub.each(socket -> socket.inPieces(dialect.frame(first, true)));
            sink.await(() -> stub.pongs.contains("between"));
            stub.later(90_000);
            sink.awaitCount(1);
        }
        assertWhole(stub, 1);
    }

    @ParameterizedTest
    @EnumSource
    void takesSilenceForADeadConnection(Dialect dialect) {
        StubVenue stub = stub(dialect);
        try (StubServer server = StubServer.start(stub);
                var feed =
                        feed(
                                dialect,
                                server,
                                stub,
                                options -> options.with(VenueOption.SILENCE_MS, 100))) {
            sink.await(() -> stub.connections.get() > 2);
            assertThat(feed.isNoticed("was silent for")).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void replacesAnOldConnectionWithoutMissingACandle(Dialect dialect) {
        StubVenue stub = stub(dialect);
        try (StubServer server = StubServer.start(stub);
                var _ =
                        feed(
                                dialect,
                                server,
                                stub,
                                options -> options.with(VenueOption.ROTATE_AFTER_MS, 20))) {
            sink.await(stub::hasAnsweredAll);
            for (int i = 1; i <= 20; i++) {
                int least = i;
                sink.await(() -> stub.connections.get() >= least);
                steps(stub, 1);
            }
            stub.later(60_000);
            sink.awaitCount(20);
        }
        assertWhole(stub, 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 302})
    void triesARefusedConnectionAgain(int status) {
        StubVenue stub = stub(Dialect.BINANCE);
        stub.handshake(new StubServer.Response(status, "", Map.of("Retry-After", "0")));
        try (StubServer server = StubServer.start(stub);
                var feed = feed(Dialect.BINANCE, server, stub, VenueFeedTest::usual)) {
            sink.await(() -> stub.connections.get() > 2);
            assertThat(feed.isNoticed("with HTTP " + status)).isTrue();
            stub.handshake(null);
            sink.await(feed::isLive);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 451})
    void endsWhereTheAddressIsBlocked(int status) {
        StubVenue stub = stub(Dialect.BINANCE);
        stub.handshake(new StubServer.Response(status, "", Map.of()));
        try (StubServer server = StubServer.start(stub);
                var feed = feed(Dialect.BINANCE, server, stub, VenueFeedTest::usual)) {
            sink.await(() -> feed.end.get() != null);
            assertThat(feed.end.get())
                    .isInstanceOf(VenueException.class)
                    .hasMessageContaining("it may not serve your country");
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsWhereTheVenueHasNoneOfTheInstruments(Dialect dialect) {
        StubVenue stub = stub(dialect);
        try (StubServer server = StubServer.start(stub);
                var feed =
                        new FeedUnderTest(
                                dialect,
                                server,
                                stub,
                                List.of(dialect.series(77)),
                                Map.of(),
                                sink,
                                VenueFeedTest::usual)) {
            sink.await(() -> feed.end.get() != null);
            assertThat(feed.end.get()).hasMessageContaining("there is no such instrument");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {60_000, -61_000})
    void goesByTheVenuesClockWhereThisOneIsWrong(long wrongByMs) {
        StubVenue stub = stub(Dialect.COINBASE);
        stub.clockIsWrongBy(wrongByMs);
        try (StubServer server = StubServer.start(stub);
                var feed = feed(Dialect.COINBASE, server, stub, VenueFeedTest::usual)) {
            sink.await(() -> feed.isNoticed("set it by NTP"));
            steps(stub, 3);
            stub.later(30_000);
            sink.awaitCount(3);
        }
        assertWhole(stub, 3);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COINBASE")
    void saysWhichSeriesIsSilent(Dialect dialect) {
        StubVenue stub = stub(dialect);
        try (StubServer server = StubServer.start(stub);
                var feed =
                        feed(
                                dialect,
                                server,
                                stub,
                                options -> options.with(VenueOption.SILENT_SERIES_MS, 1_000))) {
            sink.await(feed::isLive);
            stub.later(180_000);
            sink.await(() -> feed.isNoticed("is the symbol right"));
        }
    }

    private static VenueOptions usual(VenueOptions options) {
        return options;
    }

    private static StubVenue stub(Dialect dialect) {
        return new StubVenue(dialect, 1, 50, 1, 0);
    }

    private FeedUnderTest feed(
            Dialect dialect, StubServer server, StubVenue stub, UnaryOperator<VenueOptions> tuned) {
        return new FeedUnderTest(dialect, server, stub, stub.series(), Map.of(), sink, tuned);
    }

    private static void steps(StubVenue stub, int count) {
        for (int i = 0; i < count; i++) {
            stub.step();
        }
    }

    private void assertWhole(StubVenue stub, int count) {
        Series series = stub.series().getFirst();
        assertThat(sink.of(series)).isEqualTo(stub.truth(series).subList(0, count));
    }
}
