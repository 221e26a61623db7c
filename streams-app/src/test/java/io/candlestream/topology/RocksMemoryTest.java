package io.candlestream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.MemoryUsageType;
import org.rocksdb.MemoryUtil;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class RocksMemoryTest {

    private static final int STORES = 8;
    private static final long MEBIBYTE = 1024 * 1024;

    /// A hundred mebibytes, less than a buffer in each store: only the common bound of 64, and one
    /// buffer more, can hold them down.
    @Test
    void writeBuffersOfManyStoresShareOneBound(@TempDir Path folder) throws RocksDBException {
        RocksDB.loadLibrary();
        List<Options> options = new ArrayList<>();
        List<RocksDB> stores = new ArrayList<>();
        try {
            for (int i = 0; i < STORES; i++) {
                Options one = new Options().setCreateIfMissing(true);
                one.setTableFormatConfig(new BlockBasedTableConfig());
                new RocksMemory().setConfig("store" + i, one, Map.of());
                options.add(one);
                stores.add(RocksDB.open(one, folder.resolve("store" + i).toString()));
            }
            byte[] value = new byte[(int) MEBIBYTE / 4];
            for (int i = 0; i < 400; i++) {
                stores.get(i % STORES).put(("key" + i).getBytes(StandardCharsets.US_ASCII), value);
            }

            Map<MemoryUsageType, Long> usage =
                    MemoryUtil.getApproximateMemoryUsageByType(stores, Set.of());
            assertThat(usage.getOrDefault(MemoryUsageType.kMemTableTotal, Long.MAX_VALUE))
                    .isLessThan(80 * MEBIBYTE);
        } finally {
            stores.forEach(RocksDB::close);
            options.forEach(Options::close);
        }
    }
}
