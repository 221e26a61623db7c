package io.candlestream.store;

import static io.candlestream.store.Journal.COMMITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.candlestream.codec.StateFormatException;
import io.candlestream.seed.Seeded;
import java.nio.charset.StandardCharsets;
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

    /// Objects change, the cache evicts, the task commits now and then, and at any moment the
    /// process dies: what was written since the last commit is rolled back, and the input since
    /// then comes again.
    @Nested
    class Crashes {

        @Seeded(runs = 300)
        void whatIsReadAfterACrashIsWhatWasCommitted(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            crashAtRandom(random, 1 + random.nextInt(40), 7, 1_000, 0.05);
        }

        /// Enough rows for several chunks, and enough changes between two commits that only a head
        /// can hold them.
        @Seeded(runs = 20)
        void longWaitsAndRareCommitsAreNoDifferent(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            crashAtRandom(random, 300 + random.nextInt(900), 2, 20_000, 0.0005);
        }

        private static void crashAtRandom(
                SplittableRandom random,
                int longestWait,
                int keys,
                int changes,
                double commitProbability) {
            Ledger.Format format = new Ledger.Format(longestWait);
            Map<String, Ledger> expected = new HashMap<>();
            List<Change> uncommitted = new ArrayList<>();
            Map<Bytes, byte[]> committed = new TreeMap<>();
            SortedMapStore inner = new SortedMapStore();
            LiveStateStore<String, Long, Ledger> store =
                    new LiveStateStore<>(inner, format, 1 + random.nextInt(4));

            for (int i = 0; i < changes; i++) {
                Change change = new Change("key" + random.nextInt(keys), random.nextLong(1_000));
                store.apply(change.key(), change.amount());
                expected.computeIfAbsent(change.key(), format::create).add(change.amount());
                uncommitted.add(change);
                if (random.nextDouble() < commitProbability) {
                    store.flushCache();
                    committed = new TreeMap<>(inner.entries);
                    uncommitted.clear();
                }
                if (random.nextDouble() < commitProbability / 2) {
                    inner = new SortedMapStore(committed);
                    store = new LiveStateStore<>(inner, format, 1 + random.nextInt(4));
                    for (Change again : uncommitted) {
                        store.apply(again.key(), again.amount());
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
        private final LiveStateStore<String, Long, Ledger> store =
                new LiveStateStore<>(inner, new Ledger.Format(3), 2);

        @Test
        void neverHoldsMoreThanItsCapacity() {
            for (int i = 0; i < 100; i++) {
                store.apply("key" + i, (long) i);
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
            store.apply("a", 1L);
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
            LiveStateStore<String, Long, Ledger> store = store(3);
            store.apply("a", 1L);

            assertThat(inner.putCount).isZero();
        }

        @Test
        void onlyChangedObjectsAreWritten() {
            LiveStateStore<String, Long, Ledger> store = store(3);
            store.apply("a", 1L);
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
            commitEach(fresh, longestWait, 5_000);
            return fresh.writtenBytes;
        }

        @Test
        void everyObjectGetsAHeadBeforeTheJournalIsOverwritten() {
            LiveStateStore<String, Long, Ledger> store = store(3);
            store.apply("once", 1L);
            for (int i = 0; i < COMMITS; i++) {
                store.apply("often", (long) i);
                store.flushCache();
            }

            assertThat(inner.entries).containsKeys(head("once"), head("often"));
            assertThat(store(3).get("once")).hasToString(ledger(1).toString());
        }

        @Test
        void betweenHeadsOnlyChangesAreWritten() {
            LiveStateStore<String, Long, Ledger> store = store(1_000);
            for (int i = 0; i < COMMITS * 100; i++) {
                store.apply("a", (long) i);
                store.flushCache();
            }

            assertThat(inner.puts(head("a"))).isEqualTo(100);
        }

        @Test
        void tooManyChangesForTheJournalAreGivenUpForAHead() {
            LiveStateStore<String, Long, Ledger> store = store(3);
            for (int i = 0; i < 100_000; i++) {
                store.apply("a", (long) i);
            }
            store.flushCache();

            assertThat(inner.entries).containsKey(head("a"));
            assertThat(inner.writtenBytes).isLessThan(120);
        }

        @Test
        void aCommitOfManyObjectsFillsSeveralPieces() {
            LiveStateStore<String, Long, Ledger> store = store(40, 20_000);
            for (int i = 0; i < 20_000; i++) {
                store.apply("key" + i, (long) i);
            }
            store.flushCache();

            LiveStateStore<String, Long, Ledger> after = store(40, 20_000);
            for (int i = 0; i < 20_000; i += 7) {
                assertThat(after.get("key" + i)).hasToString(ledger(40, i).toString());
            }
            assertThat(inner.entries.headMap(head("key"))).hasSizeGreaterThan(1);
        }

        @Test
        void anObjectIsItsHeadAndTheJournalSince() {
            Ledger expected = new Ledger(3);
            for (int i = 0; i < 5 * COMMITS; i++) {
                LiveStateStore<String, Long, Ledger> store = store(3);
                store.apply("a", (long) i);
                store.flushCache();
                expected.add(i);

                assertThat(store(3).get("a")).hasToString(expected.toString());
            }
        }

        @Test
        void chunksWhoseRowsAreGoneAreDeleted() {
            commitEach(inner, 3, 1_000);

            assertThat(inner.entries).hasSizeLessThanOrEqualTo(1 + 3 + COMMITS);
        }

        @Test
        void aLostChunkIsFoundOut() {
            commitEach(inner, 3, 3 * COMMITS);
            inner.entries.remove(inner.entries.higherKey(head("a")));

            assertThatThrownBy(() -> store(3).get("a"))
                    .isInstanceOf(StateFormatException.class)
                    .hasMessageContaining("state of a must hold the rows");
        }

        @Test
        void aLostPieceOfTheJournalIsFoundOut() {
            commitEach(inner, 3, 5);
            inner.entries.remove(inner.entries.higherKey(inner.entries.firstKey()));

            assertThatThrownBy(() -> store(3).get("a"))
                    .isInstanceOf(StateFormatException.class)
                    .hasMessageContaining("the journal must hold piece 0 of commit 2");
        }

        @Test
        void aLostHeadIsFoundOut() {
            commitEach(inner, 3, 3 * COMMITS);
            inner.entries.remove(head("a"));

            assertThatThrownBy(() -> store(3).get("a"))
                    .isInstanceOf(StateFormatException.class)
                    .hasMessageContaining("state of a must hold the changes 0 to");
        }

        @Test
        void changesOfAnotherConfigurationAreRefused() {
            commitEach(inner, 3, 1);

            assertThatThrownBy(() -> store(4).get("a")).isInstanceOf(StateFormatException.class);
        }

        private LiveStateStore<String, Long, Ledger> store(int longestWait) {
            return store(longestWait, 2);
        }

        private LiveStateStore<String, Long, Ledger> store(int longestWait, int capacity) {
            return new LiveStateStore<>(inner, new Ledger.Format(longestWait), capacity);
        }

        private static void commitEach(SortedMapStore inner, int longestWait, int changes) {
            LiveStateStore<String, Long, Ledger> store =
                    new LiveStateStore<>(inner, new Ledger.Format(longestWait), 2);
            for (int i = 0; i < changes; i++) {
                store.apply("a", 0L);
                store.flushCache();
            }
        }

        private static Ledger ledger(long amount) {
            return ledger(3, amount);
        }

        private static Ledger ledger(int longestWait, long amount) {
            Ledger ledger = new Ledger(longestWait);
            ledger.add(amount);
            return ledger;
        }

        private static Bytes head(String key) {
            return Bytes.wrap(key.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
