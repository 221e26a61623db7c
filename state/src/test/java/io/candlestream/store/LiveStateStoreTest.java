package io.candlestream.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.candlestream.codec.StateFormatException;
import io.candlestream.seed.Seeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LiveStateStoreTest {

    private record Change(String key, long amount) {}

    @Nested
    class Crashes {

        /// Objects change, the cache evicts, the task commits now and then, and at any moment the
        /// process dies: what was written since the last commit is rolled back, and the input since
        /// then comes again.
        @Seeded(runs = 300)
        void whatIsReadAfterACrashIsWhatWasCommitted(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Ledger.Format format = new Ledger.Format(1 + random.nextInt(40));
            Map<String, Ledger> expected = new HashMap<>();
            List<Change> uncommitted = new ArrayList<>();
            Map<Bytes, byte[]> committed = new TreeMap<>();
            SortedMapStore inner = new SortedMapStore();
            LiveStateStore<String, Ledger> store =
                    new LiveStateStore<>(inner, format, 1 + random.nextInt(4));

            for (int i = 0; i < 1_000; i++) {
                Change change = new Change("key" + random.nextInt(7), random.nextLong(1_000));
                store.get(change.key()).add(change.amount());
                expected.computeIfAbsent(change.key(), format::create).add(change.amount());
                uncommitted.add(change);
                if (random.nextInt(100) < 5) {
                    store.flushCache();
                    committed = new TreeMap<>(inner.entries);
                    uncommitted.clear();
                }
                if (random.nextInt(100) < 2) {
                    inner = new SortedMapStore(committed);
                    store = new LiveStateStore<>(inner, format, 1 + random.nextInt(4));
                    for (Change again : uncommitted) {
                        store.get(again.key()).add(again.amount());
                    }
                }
            }

            for (Map.Entry<String, Ledger> entry : expected.entrySet()) {
                assertThat(store.get(entry.getKey())).hasToString(entry.getValue().toString());
            }
        }
    }

    @Nested
    class Cache {

        private final SortedMapStore inner = new SortedMapStore();
        private final LiveStateStore<String, Ledger> store =
                new LiveStateStore<>(inner, new Ledger.Format(3), 2);

        @Test
        void neverHoldsMoreThanItsCapacity() {
            for (int i = 0; i < 100; i++) {
                store.get("key" + i).add(i);
                assertThat(store.liveCount()).isLessThanOrEqualTo(2);
            }
        }

        @Test
        void dropsTheLeastRecentlyUsed() {
            Ledger kept = store.get("a");
            store.get("b");
            store.get("a");
            store.get("c");

            assertThat(store.get("a")).isSameAs(kept);
        }

        @Test
        void isForgottenWhenTheStoreBeneathMayChange() {
            store.get("a").add(1);
            store.flushCache();
            Ledger before = store.get("a");
            store.clearCache();

            assertThat(store.get("a")).isNotSameAs(before).hasToString(before.toString());
        }
    }

    @Nested
    class Writing {

        private final SortedMapStore inner = new SortedMapStore();

        @Test
        void nothingIsWrittenBeforeTheCommit() {
            LiveStateStore<String, Ledger> store =
                    new LiveStateStore<>(inner, new Ledger.Format(3), 2);
            store.get("a").add(1);

            assertThat(inner.putCount).isZero();
        }

        @Test
        void onlyChangedObjectsAreWritten() {
            LiveStateStore<String, Ledger> store =
                    new LiveStateStore<>(inner, new Ledger.Format(3), 2);
            store.get("a").add(1);
            store.flushCache();
            long after = inner.putCount;
            store.flushCache();

            assertThat(inner.putCount).isEqualTo(after);
        }

        @Test
        void bytesPerChangeStayFlatAsRowsWaitLonger() {
            assertThat(bytesWritten(1_200)).isCloseTo(bytesWritten(12), withinPercentage(5));
        }

        private double bytesWritten(int longestWait) {
            SortedMapStore fresh = new SortedMapStore();
            LiveStateStore<String, Ledger> store =
                    new LiveStateStore<>(fresh, new Ledger.Format(longestWait), 2);
            for (int i = 0; i < 5_000; i++) {
                store.get("a").add(i);
                store.flushCache();
            }
            return fresh.writtenBytes;
        }

        @Test
        void rowsThatCameAndWentBetweenTwoCommitsAreNeverWritten() {
            LiveStateStore<String, Ledger> store =
                    new LiveStateStore<>(inner, new Ledger.Format(3), 2);
            for (int i = 0; i < 1_000; i++) {
                store.get("a").add(i);
            }
            store.flushCache();

            assertThat(inner.entries).hasSize(2);
            assertThat(inner.writtenBytes).isLessThan(100);
        }

        @Test
        void chunksWhoseRowsAreGoneAreDeleted() {
            LiveStateStore<String, Ledger> store =
                    new LiveStateStore<>(inner, new Ledger.Format(3), 2);
            for (int i = 0; i < 1_000; i++) {
                store.get("a").add(i);
                store.flushCache();
            }

            assertThat(inner.entries).hasSize(1 + 3);
        }

        @Test
        void aLostChunkIsFoundOut() {
            LiveStateStore<String, Ledger> store =
                    new LiveStateStore<>(inner, new Ledger.Format(3), 2);
            store.get("a").add(1);
            store.flushCache();
            inner.entries.remove(inner.entries.lastKey());
            store.clearCache();

            assertThatThrownBy(() -> store.get("a"))
                    .isInstanceOf(StateFormatException.class)
                    .hasMessageContaining("must hold the rows 0 to 1");
        }
    }
}
