package io.candlestream.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Series;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A venue that misbehaves at random, over real sockets: what is published equals its truth
/// exactly, in order, once.
///
/// `-Dsoak.candles=200000` makes it long; `-Dseed=17` replays one choice of trouble.
class SoakTest {

    private static final int CANDLES = Integer.getInteger("soak.candles", 6_000);
    private static final long SEED = Long.getLong("seed", 1);
    private static final int SERIES = 20;
    private static final double TROUBLE = 0.05;
    private static final long MOST_BEHIND = 2_000;

    @ParameterizedTest
    @EnumSource
    void publishesTheTruthOnceInOrder(Dialect dialect) {
        int minutes = CANDLES / SERIES;
        var stub = new StubVenue(dialect, SERIES, minutes, SEED, TROUBLE);
        var sink = new RecordingSink();
        try (StubServer server = StubServer.start(stub);
                var feed =
                        new FeedUnderTest(
                                dialect,
                                server,
                                stub,
                                stub.series(),
                                Map.of(),
                                sink,
                                options ->
                                        options.with(VenueOption.BACKFILL_COUNT, minutes)
                                                .with(VenueOption.SILENCE_MS, 2_000)
                                                .with(VenueOption.ACK_MS, 500)
                                                .with(VenueOption.GRACE_MS, 120_000))) {
            sink.await(() -> stub.questions.get() >= SERIES);
            for (int i = 0; i < minutes; i++) {
                stub.step();
                sink.awaitCount(stub.closedCount() - MOST_BEHIND);
            }
            stub.later(3_600_000);
            sink.awaitCount(stub.truthCount());

            long found = 0;
            for (Series series : stub.series()) {
                assertThat(sink.of(series))
                        .as("%s with -Dseed=%d", series, SEED)
                        .isEqualTo(stub.truth(series));
            }
            for (SeriesStatus status : feed.feed.status()) {
                found += status.counts().holeFilled();
                assertThat(status.counts().revision()).isZero();
            }
            assertThat(found).isPositive();
            assertThat(stub.connections.get()).isGreaterThan(1);
            assertThat(feed.end.get()).isNull();
        }
    }
}
