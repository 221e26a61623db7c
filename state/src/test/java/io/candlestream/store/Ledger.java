package io.candlestream.store;

import io.candlestream.codec.LiveFormat;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import java.util.ArrayList;
import java.util.List;

/// The smallest live object with rows: a running sum over everything, and the last few amounts as
/// rows.
final class Ledger {

    private final int longestWait;
    private final List<Long> rows = new ArrayList<>();
    private long sum;
    private long first;

    Ledger(int longestWait) {
        this.longestWait = longestWait;
    }

    void add(long amount) {
        sum = 31 * sum + amount;
        rows.add(amount);
        if (rows.size() > longestWait) {
            sum = 17 * sum + rows.removeFirst();
            first++;
        }
    }

    @Override
    public String toString() {
        return sum + " from " + first + ' ' + rows;
    }

    record Format(int longestWait) implements LiveFormat<String, Long, Ledger> {

        @Override
        public String keyText(String key) {
            return key;
        }

        @Override
        public String key(String keyText) {
            return keyText;
        }

        @Override
        public Ledger create(String key) {
            return new Ledger(longestWait);
        }

        @Override
        public void apply(Ledger live, Long amount) {
            live.add(amount);
        }

        @Override
        public void sign(Ledger live, StateOutput out) {
            out.putByte((byte) longestWait);
        }

        @Override
        public void checkSignature(Ledger live, StateInput in) {
            if (in.getByte() != (byte) longestWait) {
                throw new StateFormatException("another longest wait");
            }
        }

        @Override
        public void saveChange(Long amount, StateOutput out) {
            out.putLong(amount);
        }

        @Override
        public Long restoreChange(Ledger live, StateInput in) {
            return in.getLong();
        }

        @Override
        public void saveHead(Ledger live, StateOutput out) {
            out.putLong(live.sum);
            out.putLong(live.first);
            out.putInt(live.rows.size());
        }

        @Override
        public void restoreHead(Ledger live, StateInput in) {
            live.sum = in.getLong();
            live.first = in.getLong();
            int size = in.getCount(longestWait);
            for (int i = 0; i < size; i++) {
                live.rows.add(Long.MIN_VALUE);
            }
        }

        @Override
        public long firstRow(Ledger live) {
            return live.first;
        }

        @Override
        public long nextRow(Ledger live) {
            return live.first + live.rows.size();
        }

        @Override
        public void saveRows(Ledger live, long from, long to, StateOutput out) {
            for (long number = from; number < to; number++) {
                out.putLong(live.rows.get((int) (number - live.first)));
            }
        }

        @Override
        public void restoreRows(Ledger live, long from, long to, StateInput in) {
            for (long number = from; number < to; number++) {
                long amount = in.getLong();
                if (number >= live.first) {
                    live.rows.set((int) (number - live.first), amount);
                }
            }
        }
    }
}
