package io.candlestream.history;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows turned round: the last one first.
///
/// All rows are read before the first one is given. They are kept in blocks of one mebibyte, the
/// last of them in memory and the others in a temporary file, which takes about 70 bytes a row and
/// goes with this object.
final class ReversedRows implements RowStream {

    private static final int BLOCK_BYTES = 1 << 20;

    private final RowStream rows;
    private final CandleRow row = new CandleRow();
    private final List<Integer> blockLengths = new ArrayList<>();
    private byte[] block = {};
    private final List<Integer> starts = new ArrayList<>();
    private @Nullable Path file;
    private @Nullable RandomAccessFile spill;
    private long spillLength;
    private boolean isRead;

    ReversedRows(RowStream rows) {
        this.rows = rows;
    }

    @Override
    public @Nullable CandleRow next() {
        try {
            if (!isRead) {
                isRead = true;
                readAll();
            }
            if (starts.isEmpty() && !loadBlock()) {
                return null;
            }
            row.restore(input(starts.removeLast()));
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep rows that are to be turned round", e);
        }
    }

    @Override
    public void close() {
        try (rows) {
            if (spill != null) {
                spill.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAll() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (CandleRow next = rows.next(); next != null; next = rows.next()) {
            if (bytes.size() >= BLOCK_BYTES) {
                store(bytes);
                bytes.reset();
                starts.clear();
            }
            starts.add(bytes.size());
            next.save(out);
        }
        block = bytes.toByteArray();
    }

    private void store(ByteArrayOutputStream bytes) throws IOException {
        if (spill == null) {
            file = Files.createTempFile("candlestream-reversed", ".rows");
            spill = new RandomAccessFile(file.toFile(), "rw");
        }
        spill.write(bytes.toByteArray());
        spillLength += bytes.size();
        blockLengths.add(bytes.size());
    }

    private boolean loadBlock() throws IOException {
        if (spill == null || blockLengths.isEmpty()) {
            return false;
        }
        block = new byte[blockLengths.removeLast()];
        spillLength -= block.length;
        spill.seek(spillLength);
        spill.readFully(block);
        var bytes = new ByteArrayInputStream(block);
        var in = new DataInputStream(bytes);
        while (bytes.available() > 0) {
            starts.add(block.length - bytes.available());
            row.restore(in);
        }
        return true;
    }

    private DataInputStream input(int start) {
        return new DataInputStream(new ByteArrayInputStream(block, start, block.length - start));
    }
}
