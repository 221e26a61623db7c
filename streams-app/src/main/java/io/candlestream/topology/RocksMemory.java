package io.candlestream.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/// One bound on what all RocksDB stores of this process hold in memory, outside of the heap.
///
/// Kafka Streams gives every store 50 MiB of cache and 48 MiB of write buffers: with a store a
/// partition that grows with the partitions. Here they share 128 MiB of cache, 64 of which may be
/// write buffers.
///
/// Shared by being static: Kafka Streams makes one of these for each store.
///
/// Source: Apache Kafka documentation, _Memory Management_, section "RocksDB".
public final class RocksMemory implements RocksDBConfigSetter {

    private static final long CACHE_BYTES = 128L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = CACHE_BYTES / 2;
    private static final long ONE_WRITE_BUFFER_BYTES = 16L * 1024 * 1024;
    private static final int SHARD_BITS_BY_SIZE = -1;
    private static final double SHARE_OF_INDEXES = 0.2;

    private static final Cache CACHE =
            new LRUCache(CACHE_BYTES, SHARD_BITS_BY_SIZE, false, SHARE_OF_INDEXES);
    private static final WriteBufferManager WRITE_BUFFERS =
            new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

    /// Made by Kafka Streams.
    public RocksMemory() {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(ONE_WRITE_BUFFER_BYTES);
        options.setTableFormatConfig(table);
    }

    /// Closes nothing: other stores go on using what is shared.
    @Override
    public void close(String storeName, Options options) {}
}
