package io.candlestream.wire;

import io.candlestream.schema.Alert;
import io.candlestream.schema.Candle;
import io.candlestream.schema.CandleCounts;
import io.candlestream.schema.ClassCoefficients;
import io.candlestream.schema.ClassProbability;
import io.candlestream.schema.Contribution;
import io.candlestream.schema.Difference;
import io.candlestream.schema.LabelCount;
import io.candlestream.schema.Measure;
import io.candlestream.schema.Metrics;
import io.candlestream.schema.ModelSnapshot;
import io.candlestream.schema.Outcome;
import io.candlestream.schema.Prediction;
import io.candlestream.schema.RecentMeasure;
import io.candlestream.schema.Rejection;
import io.candlestream.schema.ReliabilityBin;
import io.candlestream.schema.Score;
import io.candlestream.schema.Signal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/// One record of each kind.
final class Samples {

    private static final String INSTRUMENT = "binance:BTCUSDT";
    private static final String CONFIGURATION = "0123456789abcdef";
    private static final Instant OPEN = Instant.parse("2013-04-28T00:00:00Z");
    private static final Instant CLOSE = Instant.parse("2013-04-28T01:00:00Z");
    private static final Instant MATURED = Instant.parse("2013-04-28T13:00:00Z");
    private static final Instant PRODUCED = Instant.ofEpochMilli(1_790_000_000_123L);

    private Samples() {}

    static List<SpecificRecord> all() {
        return List.of(
                candle(),
                prediction(),
                outcome(),
                metrics(),
                modelSnapshot(),
                rejection(),
                signal(),
                alert());
    }

    static Candle candle() {
        return new Candle(INSTRUMENT, "1h", OPEN, 135.3, 135.98, 132.1, 134.21, 1234.5678);
    }

    static Prediction prediction() {
        return new Prediction(
                INSTRUMENT,
                "1h",
                OPEN,
                CLOSE,
                "sgd",
                "challenger",
                "up",
                0.5625,
                List.of(
                        new ClassProbability("down", 0.25),
                        new ClassProbability("flat", 0.1875),
                        new ClassProbability("up", 0.5625)),
                null,
                List.of(new Contribution("rsi(14)", 0.75), new Contribution("return(24)", -0.5)),
                0.125,
                List.of("flat", "up"),
                null,
                null,
                0.90625,
                12,
                40_000L,
                3L,
                CONFIGURATION,
                PRODUCED);
    }

    static Outcome outcome() {
        return new Outcome(
                INSTRUMENT,
                "1h",
                OPEN,
                CLOSE,
                MATURED,
                "sgd",
                "up",
                "flat",
                -1.0e-5,
                1.67,
                0.85,
                null,
                -0.25,
                PRODUCED);
    }

    static Metrics metrics() {
        return new Metrics(
                INSTRUMENT,
                "1h",
                CLOSE,
                40_000L,
                List.of(new LabelCount("down", 15_000L), new LabelCount("up", 25_000L)),
                List.of(score("sgd", "champion"), score("majority", "baseline")),
                new CandleCounts(40_100L, 2L, 1L, 0L, 3L, 17L),
                PRODUCED);
    }

    static ModelSnapshot modelSnapshot() {
        return new ModelSnapshot(
                INSTRUMENT,
                "1h",
                "sgd",
                40_000L,
                CLOSE,
                "sgd(loss=log)",
                CONFIGURATION,
                List.of("rsi(14)", "return(24)"),
                List.of(
                        new ClassCoefficients("down", List.of(-0.25, 1.5), 0.125),
                        new ClassCoefficients("up", List.of(0.25, Double.MIN_VALUE), -0.125)),
                PRODUCED);
    }

    static Rejection rejection() {
        return new Rejection(
                "late",
                "open time must be after the last",
                INSTRUMENT,
                null,
                "candles",
                2,
                1_234_567_890_123L,
                null,
                ByteBuffer.wrap(new byte[] {0, 0, 0, 0, 1, 42}),
                PRODUCED);
    }

    static Signal signal() {
        return new Signal(INSTRUMENT, "fear_greed", OPEN, 42.5);
    }

    static Alert alert() {
        return new Alert(
                INSTRUMENT,
                "1h",
                CLOSE,
                "promotion",
                "fast",
                "softmax",
                "paired_difference",
                0.7,
                0.65,
                "fast is champion",
                CONFIGURATION,
                PRODUCED);
    }

    private static Score score(String name, String role) {
        return new Score(
                name,
                role,
                List.of(new Measure("accuracy", 0.51, 0.52), new Measure("log_loss", 0.69, 0.68)),
                List.of(new RecentMeasure("auc.up", 0.53)),
                List.of(List.of(9_000L, 6_000L), List.of(10_000L, 15_000L)),
                List.of(new ReliabilityBin(40_000L, 0.55, 0.5)),
                List.of(new Difference("majority", 40_000L, -0.01, Double.POSITIVE_INFINITY)));
    }
}
