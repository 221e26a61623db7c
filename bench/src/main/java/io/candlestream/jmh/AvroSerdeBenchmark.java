package io.candlestream.jmh;

import io.candlestream.feed.CandleMessage;
import io.candlestream.schema.Candle;
import io.candlestream.schema.ClassProbability;
import io.candlestream.schema.Contribution;
import io.candlestream.schema.Prediction;
import io.candlestream.wire.AvroSerde;
import io.candlestream.wire.Topics;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One message written and read, framing included, beside a copy of its bytes.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class AvroSerdeBenchmark {

    private final Serializer<Candle> candleWriter = new AvroSerde<>(Candle.class).serializer();
    private final Deserializer<Candle> candleReader = new AvroSerde<>(Candle.class).deserializer();
    private final Serializer<Prediction> predictionWriter =
            new AvroSerde<>(Prediction.class).serializer();
    private final Deserializer<Prediction> predictionReader =
            new AvroSerde<>(Prediction.class).deserializer();

    private final Candle candle = new CandleMessage().toMessage(Candles.array(1)[0]);
    private final Prediction prediction = prediction();
    private final byte[] candleBytes = candleWriter.serialize(Topics.CANDLES.name(), candle);
    private final byte[] predictionBytes =
            predictionWriter.serialize(Topics.PREDICTIONS.name(), prediction);

    /// JMH makes the state.
    public AvroSerdeBenchmark() {}

    /// The limit: a prediction's bytes, copied.
    @Benchmark
    public byte[] copyPrediction() {
        return predictionBytes.clone();
    }

    /// A candle to bytes.
    @Benchmark
    public byte[] writeCandle() {
        return candleWriter.serialize(Topics.CANDLES.name(), candle);
    }

    /// A candle from bytes.
    @Benchmark
    public Candle readCandle() {
        return candleReader.deserialize(Topics.CANDLES.name(), candleBytes);
    }

    /// A prediction to bytes.
    @Benchmark
    public byte[] writePrediction() {
        return predictionWriter.serialize(Topics.PREDICTIONS.name(), prediction);
    }

    /// A prediction from bytes.
    @Benchmark
    public Prediction readPrediction() {
        return predictionReader.deserialize(Topics.PREDICTIONS.name(), predictionBytes);
    }

    private static Prediction prediction() {
        Instant time = Instant.ofEpochMilli(1_704_067_200_000L);
        return new Prediction(
                Candles.SERIES.instrument().toString(),
                Candles.SERIES.interval().toString(),
                time,
                time,
                "softmax",
                "champion",
                "flat",
                0.5,
                List.of(
                        new ClassProbability("down", 0.25),
                        new ClassProbability("flat", 0.5),
                        new ClassProbability("up", 0.25)),
                null,
                List.of(
                        new Contribution("ema_distance(12)", 0.5),
                        new Contribution("return(12)", -0.4),
                        new Contribution("rsi(14)", 0.3)),
                0.1,
                List.of(),
                null,
                null,
                null,
                12,
                10_000L,
                0L,
                "0123456789abcdef",
                time);
    }
}
