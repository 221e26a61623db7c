package io.candlestream.jmh;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.feed.CandleMessage;
import io.candlestream.venue.CandleSink;
import io.candlestream.venue.Page;
import io.candlestream.venue.SeriesSync;
import io.candlestream.venue.Span;
import io.candlestream.venue.SyncRules;
import io.candlestream.venue.VenueEvent;
import io.candlestream.venue.VenueReader;
import io.candlestream.venue.Venues;
import io.candlestream.wire.Topics;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From a frame of a venue to the bytes of its candle: what a live feed adds between network and
/// producer.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class VenueBenchmark {

    private static final long START_MS = 1_787_227_200_000L;
    private static final long MINUTE_MS = 60_000;

    private final Series series =
            Venues.named("binance").orElseThrow().series("BTCUSDT", Interval.ONE_MINUTE);
    private final VenueReader reader =
            new VenueReader(Venues.named("binance").orElseThrow(), List.of(series));
    private final CandleMessage messages = new CandleMessage();
    private final Serializer<io.candlestream.schema.Candle> serializer =
            Topics.CANDLES.valueSerde().serializer();
    private final SeriesSync sync =
            new SeriesSync(
                    series, new SyncRules(5_000, 2_000, 2, 1_000, 0), null, new Serializing());
    private long openMs = START_MS;
    private byte[] written = {};

    /// A benchmark that has read nothing.
    public VenueBenchmark() {}

    /// Has the series begin.
    @Setup
    public void connect() {
        sync.connected(START_MS);
        Span span = Objects.requireNonNull(sync.ask(START_MS));
        sync.answered(new Page(span, List.of(), START_MS));
    }

    /// Reads a frame, publishes its candle and writes it.
    @Benchmark
    public byte[] frameToBytes() {
        String frame =
                "{\"e\":\"kline\",\"E\":1787227260023,\"s\":\"BTCUSDT\",\"k\":{\"t\":"
                        + openMs
                        + ",\"T\":1787227259999,\"s\":\"BTCUSDT\",\"i\":\"1m\",\"f\":4100000001,"
                        + "\"L\":4100001832,\"o\":\"64010.00000000\",\"c\":\"64044.10000000\","
                        + "\"h\":\"64055.50000000\",\"l\":\"64001.20000000\",\"v\":\"12.34567000\","
                        + "\"n\":1832,\"x\":true,\"q\":\"790493.20110000\",\"V\":\"6.50000000\","
                        + "\"Q\":\"416195.00000000\",\"B\":\"0\"}}";
        openMs += MINUTE_MS;
        for (VenueEvent event : reader.events(frame)) {
            if (event instanceof VenueEvent.Closed(Candle candle)) {
                sync.closed(candle);
            }
        }
        return written;
    }

    private final class Serializing implements CandleSink {

        @Override
        public void publish(Candle candle) {
            written = serializer.serialize("candles", messages.toMessage(candle));
        }

        @Override
        public void revise(Candle published, Candle revised) {
            throw new IllegalStateException("a benchmark has no revisions");
        }
    }
}
