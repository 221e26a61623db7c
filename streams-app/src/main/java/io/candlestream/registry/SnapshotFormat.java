package io.candlestream.registry;

import io.candlestream.candle.Series;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.feature.Scaling;
import io.candlestream.learner.LabelExpression;
import io.candlestream.learner.ModelExpression;
import io.candlestream.learner.NamedModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.CRC32C;

/// A snapshot in few bytes.
///
/// ```
/// "CSM" | version 1 | fingerprint 8 bytes                                         header
/// series | model | expression | label | scaling | features | names                texts: length, UTF-8
/// trained from 8 | trained to 8 | epochs 4 | learned 8 | measures: count, (text, double)
/// scaler state | model state                                                      length, bytes
/// CRC-32C of all before 4
/// ```
///
/// Big-endian. Coefficients are not written: they follow from the state.
final class SnapshotFormat {

    private static final byte[] MAGIC = "CSM".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int MOST_BYTES = 1 << 30;
    private static final int MOST_NAMES = 1_000_000;

    /// The clip of a scaling that names none; a canonical one names its own.
    private static final double CLIP = 10;

    private SnapshotFormat() {}

    /// Tells whether bytes begin as such a snapshot does.
    static boolean isBinary(byte[] bytes) {
        return bytes.length >= MAGIC.length
                && bytes[0] == MAGIC[0]
                && bytes[1] == MAGIC[1]
                && bytes[2] == MAGIC[2];
    }

    static byte[] write(Snapshot snapshot) {
        StateOutput out = new StateOutput();
        out.putBytes(MAGIC);
        out.putByte(VERSION);
        out.putLong(HexFormat.fromHexDigitsToLong(snapshot.fingerprint()));
        putText(out, snapshot.series().toString());
        putText(out, snapshot.model().id());
        putText(out, snapshot.model().config().expression());
        putText(out, snapshot.inputs().label().expression());
        putText(out, snapshot.inputs().scaling().expression());
        putText(out, snapshot.inputs().features());
        out.putInt(snapshot.inputs().featureNames().size());
        snapshot.inputs().featureNames().forEach(name -> putText(out, name));
        putProvenance(out, snapshot.provenance());
        putBytes(out, snapshot.scalerState().toByteArray());
        putBytes(out, snapshot.modelState().toByteArray());
        out.putInt(checksum(out.toByteArray(), out.size()));
        return out.toByteArray();
    }

    private static void putProvenance(StateOutput out, Provenance provenance) {
        out.putLong(provenance.trainedFromMs());
        out.putLong(provenance.trainedToMs());
        out.putInt(provenance.epochs());
        out.putLong(provenance.learnedCount());
        out.putInt(provenance.measures().size());
        for (Map.Entry<String, Double> measure : provenance.measures().sequencedEntrySet()) {
            putText(out, measure.getKey());
            out.putDouble(measure.getValue());
        }
    }

    /// @throws RegistryException when the bytes are no snapshot, or damaged
    static Snapshot read(byte[] bytes) {
        try {
            StateInput in = new StateInput(bytes);
            in.getBytes(MAGIC.length);
            byte version = in.getByte();
            if (version != VERSION) {
                throw new RegistryException(
                        "format must be %d, was %d".formatted(VERSION, version));
            }
            int body = bytes.length - Integer.BYTES;
            if (body < 0 || new StateInput(last(bytes, body)).getInt() != checksum(bytes, body)) {
                throw new RegistryException(
                        "checksum must be that of the bytes, was another: the file is damaged");
            }
            String fingerprint = HexFormat.of().toHexDigits(in.getLong());
            Snapshot snapshot = snapshot(in);
            in.getInt();
            in.expectEnd();
            if (!fingerprint.equals(snapshot.fingerprint())) {
                throw new RegistryException(
                        "fingerprint must be %s, was %s"
                                .formatted(snapshot.fingerprint(), fingerprint));
            }
            snapshot.revive();
            return snapshot;
        } catch (StateFormatException | IllegalArgumentException e) {
            throw new RegistryException(String.valueOf(e.getMessage()));
        }
    }

    private static Snapshot snapshot(StateInput in) {
        Series series = Series.parse(text(in));
        NamedModel model = new NamedModel(text(in), ModelExpression.parse(text(in)));
        var label = LabelExpression.parse(text(in));
        Scaling scaling = Scaling.parse(text(in), CLIP);
        String features = text(in);
        List<String> names = new ArrayList<>();
        for (int left = in.getCount(MOST_NAMES); left > 0; left--) {
            names.add(text(in));
        }
        return new Snapshot(
                series,
                model,
                new Inputs(features, names, label, scaling),
                provenance(in),
                StateBytes.of(bytes(in)),
                StateBytes.of(bytes(in)));
    }

    private static Provenance provenance(StateInput in) {
        long from = in.getLong();
        long to = in.getLong();
        int epochs = in.getInt();
        long learned = in.getLong();
        SequencedMap<String, Double> measures = new LinkedHashMap<>();
        for (int left = in.getCount(MOST_NAMES); left > 0; left--) {
            measures.put(text(in), in.getDouble());
        }
        return new Provenance(from, to, epochs, learned, measures);
    }

    private static void putText(StateOutput out, String text) {
        putBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void putBytes(StateOutput out, byte[] bytes) {
        out.putInt(bytes.length);
        out.putBytes(bytes);
    }

    private static String text(StateInput in) {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(StateInput in) {
        return in.getBytes(in.getCount(MOST_BYTES));
    }

    private static byte[] last(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
