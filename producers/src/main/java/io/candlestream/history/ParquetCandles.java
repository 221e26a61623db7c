package io.candlestream.history;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import io.candlestream.history.ColumnNames.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/// The candles of a parquet file with plain columns. A row's line is its number, counted from 1.
///
/// A row group is in memory as a whole, the columns of a candle only; more than 512 MiB of them are
/// refused. Numbers become the shortest decimals that give back their bits.
final class ParquetCandles implements CandleRows {

    private static final long MOST_BYTES = 512L << 20;
    private static final long SECONDS_OF_DAY = 86_400;

    private final Path path;
    private final ParquetReader<String[], String[]> reader;
    private final CandleColumns columns;
    private final CandleRow row = new CandleRow();
    private final OpenTimes times = new OpenTimes();
    private String[] values = {};
    private long record;

    /// Reads the file's schema.
    ParquetCandles(Path path, ColumnNames names) {
        this.path = path;
        try {
            ParquetMetadata metadata = ParquetReader.readMetadata(path.toFile());
            List<Type> fields = metadata.getFileMetaData().getSchema().getFields();
            columns = columns(fields, names);
            List<String> wanted = wanted(fields);
            checkSize(metadata, wanted);
            Hydrator<String[], String[]> texts = new Texts(fields);
            reader = ParquetReader.spliterator(path.toFile(), _ -> texts, wanted);
        } catch (IOException e) {
            throw unreadable(PackedFile.reason(e));
        } catch (UnreadableFileException e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreadable("must be parquet, is broken: " + e);
        }
    }

    @Override
    public boolean next() throws MalformedRowException {
        try {
            if (!reader.tryAdvance(texts -> values = texts)) {
                return false;
            }
        } catch (RuntimeException e) {
            throw unreadable("must be parquet, is broken: " + e);
        }
        record++;
        StringBuilder all = new StringBuilder();
        int[] ends = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            ends[i] = all.append(ascii(values[i])).length();
            all.append(',');
        }
        row.text(all.toString().getBytes(StandardCharsets.US_ASCII), record);
        for (Part part : Part.values()) {
            int place = columns.place(part);
            if (place >= 0) {
                row.place(part, place == 0 ? 0 : ends[place - 1] + 1, ends[place]);
            }
        }
        return true;
    }

    @Override
    public CandleRow row() {
        return row;
    }

    @Override
    public OpenTimes times() {
        return times;
    }

    @Override
    public long line() {
        return record;
    }

    @Override
    public String excerpt() {
        String all = String.join(",", values).replaceAll("\\p{Cntrl}", ".");
        return all.length() > 160 ? all.substring(0, 160) + "..." : all;
    }

    @Override
    public boolean hasSymbols() {
        return columns.place(Part.SYMBOL) >= 0;
    }

    @Override
    public String volumeName() {
        return columns.volumeName();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CandleColumns columns(List<Type> fields, ColumnNames names) {
        List<String> found = fields.stream().map(field -> CsvLines.name(field.getName())).toList();
        try {
            CandleColumns all = CandleColumns.find(found, names);
            if (all.missing().isEmpty()) {
                return all;
            }
            throw unreadable(
                    "columns must be a time, open, high, low, close and volume, missing "
                            + String.join(", ", all.missing())
                            + ", were "
                            + String.join(", ", found)
                            + "; name others with --columns time=NAME,open=NAME");
        } catch (MalformedRowException e) {
            throw unreadable(e.reason());
        }
    }

    private List<String> wanted(List<Type> fields) {
        List<String> wanted = new ArrayList<>();
        for (Part part : Part.values()) {
            int place = columns.place(part);
            if (place >= 0) {
                wanted.add(fields.get(place).getName());
            }
        }
        return wanted;
    }

    private void checkSize(ParquetMetadata metadata, List<String> wanted) {
        for (BlockMetaData group : metadata.getBlocks()) {
            long bytes = 0;
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                boolean isWanted = wanted.contains(chunk.getPath().toDotString());
                bytes += isWanted ? Math.max(chunk.getTotalUncompressedSize(), 0) : 0;
            }
            if (bytes > MOST_BYTES) {
                throw unreadable(
                        "row groups must have at most 512 MiB of these columns, had "
                                + (bytes >> 20)
                                + " MiB; write it with smaller ones");
            }
        }
    }

    private UnreadableFileException unreadable(String reason) {
        return new UnreadableFileException(path, record, reason);
    }

    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder(text);
        for (int i = 0; i < ascii.length(); i++) {
            if (ascii.charAt(i) >= 0x80) {
                ascii.setCharAt(i, '?');
            }
        }
        return ascii.toString();
    }

    /// Makes the texts of a row of its values.
    private static final class Texts implements Hydrator<String[], String[]> {

        private final Map<String, Integer> places = new HashMap<>();
        private final List<Type> fields;

        Texts(List<Type> fields) {
            this.fields = fields;
            for (Type field : fields) {
                places.put(field.getName(), places.size());
            }
        }

        @Override
        public String[] start() {
            String[] texts = new String[fields.size()];
            java.util.Arrays.fill(texts, "");
            return texts;
        }

        @Override
        public String[] add(String[] texts, String heading, Object value) {
            Integer place = places.get(heading);
            if (place != null && value != null) {
                texts[place] = text(fields.get(place), value);
            }
            return texts;
        }

        @Override
        public String[] finish(String[] texts) {
            return texts;
        }

        private static String text(Type field, Object value) {
            LogicalTypeAnnotation meaning = field.getLogicalTypeAnnotation();
            if (!(value instanceof Long || value instanceof Integer)) {
                return value.toString();
            }
            long whole = ((Number) value).longValue();
            return switch (meaning) {
                case DecimalLogicalTypeAnnotation decimal ->
                        BigDecimal.valueOf(whole, decimal.getScale()).toPlainString();
                case DateLogicalTypeAnnotation _ -> Long.toString(SECONDS_OF_DAY * whole);
                case null, default -> Long.toString(whole);
            };
        }
    }
}
