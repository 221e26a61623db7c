package io.candlestream.wire;

import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_MS_CONFIG;

import io.candlestream.schema.Alert;
import io.candlestream.schema.Candle;
import io.candlestream.schema.Metrics;
import io.candlestream.schema.ModelSnapshot;
import io.candlestream.schema.Outcome;
import io.candlestream.schema.Prediction;
import io.candlestream.schema.Rejection;
import io.candlestream.schema.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/// The one list of topics.
///
/// **Record timestamps are event time**, never the wall clock: UTC epoch milliseconds at which the
/// content was first knowable.
///
/// | topic | record timestamp |
/// |---|---|
/// | `candles` | close of the candle |
/// | `signals` | when the value was known |
/// | `predictions` | close of the candle predicted on |
/// | `outcomes` | close of the candle that gave the label |
/// | `metrics` | close of the last candle counted |
/// | `models` | close of the last candle that gave a label |
/// | `alerts` | close of the candle that showed it |
/// | `rejections` | timestamp of the refused record |
///
/// Kafka refuses negative timestamps, so no candle can close before 1970. A candle of 2013 replayed
/// today has a timestamp of 2013, and all settings follow from that:
///
/// - `retention.ms=-1`: retention by age would delete replayed history at once. `candles` and
///   `signals` are the history and are kept whole; the other growing topics are bounded by size.
/// - `message.timestamp.type=CreateTime`: a cluster that stamps on arrival would destroy event
///   time.
/// - `message.timestamp.before.max.ms` and `message.timestamp.after.max.ms` are unlimited: history
///   is older than any limit, and a candle stamped in the future, a fault of its producer, must not
///   stop the stream with an `InvalidTimestampException` on what is made from it.
/// - `segment.ms` is unlimited: the broker measures a segment's age by record timestamps too, and
///   would start a new file for every week of replayed history.
/// - `segment.bytes` is small where old data must go, since the newest segment is neither deleted
///   nor compacted.
public final class Topics {

    private static final String UNLIMITED_MS = Long.toString(Long.MAX_VALUE);
    private static final String UNLIMITED = "-1";
    private static final String RETAINED_BYTES = bytes(1024);
    private static final String SMALL_SEGMENT_BYTES = bytes(64);

    private static final String INSTRUMENT = "instrument";
    private static final String SERIES = "instrument@interval";
    private static final String MODEL_ON_SERIES = "instrument@interval/model";

    /// Closed candles: the history and the feed.
    public static final Topic<Candle> CANDLES =
            new Topic<>("candles", Candle.class, INSTRUMENT, Cleanup.DELETE, endless());

    /// Numbers from elsewhere, joined with candles by event time: history too.
    public static final Topic<Signal> SIGNALS =
            new Topic<>("signals", Signal.class, INSTRUMENT, Cleanup.DELETE, endless());

    /// One prediction per candle and model, once the models are warm.
    public static final Topic<Prediction> PREDICTIONS =
            new Topic<>("predictions", Prediction.class, INSTRUMENT, Cleanup.DELETE, bounded());

    /// Predictions with the label that came true.
    public static final Topic<Outcome> OUTCOMES =
            new Topic<>("outcomes", Outcome.class, INSTRUMENT, Cleanup.DELETE, bounded());

    /// The newest progressive validation of each series' models.
    public static final Topic<Metrics> METRICS =
            new Topic<>("metrics", Metrics.class, SERIES, Cleanup.COMPACT, newest());

    /// The newest coefficients of each model.
    public static final Topic<ModelSnapshot> MODELS =
            new Topic<>("models", ModelSnapshot.class, MODEL_ON_SERIES, Cleanup.COMPACT, newest());

    /// What happened to models: drift, promotions, a champion below its floor.
    public static final Topic<Alert> ALERTS =
            new Topic<>("alerts", Alert.class, INSTRUMENT, Cleanup.DELETE, bounded());

    /// What was refused, with its original bytes.
    public static final Topic<Rejection> REJECTIONS =
            new Topic<>(
                    "rejections",
                    Rejection.class,
                    "instrument, or null where it could not be read",
                    Cleanup.DELETE,
                    refused());

    /// Every topic, in the order in which a candle meets them.
    public static final List<Topic<? extends SpecificRecord>> ALL =
            List.of(CANDLES, SIGNALS, PREDICTIONS, OUTCOMES, METRICS, MODELS, ALERTS, REJECTIONS);

    private Topics() {}

    private static Map<String, String> endless() {
        return eventTime(Map.of(RETENTION_MS_CONFIG, UNLIMITED, RETENTION_BYTES_CONFIG, UNLIMITED));
    }

    private static Map<String, String> bounded() {
        return eventTime(
                Map.of(
                        RETENTION_MS_CONFIG,
                        UNLIMITED,
                        RETENTION_BYTES_CONFIG,
                        RETAINED_BYTES,
                        SEGMENT_BYTES_CONFIG,
                        SMALL_SEGMENT_BYTES));
    }

    private static Map<String, String> newest() {
        return eventTime(Map.of(SEGMENT_BYTES_CONFIG, SMALL_SEGMENT_BYTES));
    }

    private static Map<String, String> refused() {
        Map<String, String> config = bounded();
        // A rejection carries the whole original key and value, up to 1 MiB each.
        config.put(MAX_MESSAGE_BYTES_CONFIG, bytes(4));
        return config;
    }

    private static Map<String, String> eventTime(Map<String, String> retention) {
        var config = new HashMap<String, String>(retention);
        config.put(MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        config.put(MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, UNLIMITED_MS);
        config.put(MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, UNLIMITED_MS);
        config.put(SEGMENT_MS_CONFIG, UNLIMITED_MS);
        return config;
    }

    private static String bytes(int mebibytes) {
        return Long.toString(mebibytes * 1024L * 1024L);
    }
}
