package io.candlestream.indicator;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Keeps a [Summary] of the last `period` entries without ever taking an entry out of it, so that
/// nothing can drift; the scheme of [RollingMoments], for other sums.
///
/// ```
/// oldest  [ front: a suffix of the block that ended at the turn | back: what came since ]  newest
/// ```
///
/// At a turn, every `period` entries, the summaries of all suffixes of the block are laid down,
/// from the newest entry to the oldest. Between turns the front is looked up, the back grows by one
/// entry, and both are combined: O(1) amortised.
///
/// Everything but the number of entries since the turn follows from the rings that the summary
/// reads.
final class TwoBlocks implements Stateful {

    private final int period;
    private final Summary summary;
    private int backCount;

    /// Sums that grow entry by entry, kept for every suffix of the block. An entry is named by its
    /// age in the rings that the summary reads.
    interface Summary {

        /// @return how many entries the rings hold
        int held();

        /// Learns which entry stays in the window until the next turn.
        void begin(int age);

        /// Forgets all entries.
        void clear();

        /// Takes one more entry: of the front the next older one, of the back the next newer one.
        ///
        /// @param count how many entries there are with this one
        void add(int count, int age);

        /// Keeps what there is now as the sums of the block's newest `count` entries.
        void keep(int count);

        /// Sums up the kept sums of `front` entries and the `back` entries that came since.
        void combine(int front, int back);
    }

    TwoBlocks(int period, Summary summary) {
        this.period = period;
        this.summary = summary;
    }

    /// Takes the newest entry of the rings; called for every entry.
    void update() {
        backCount++;
        if (backCount == period) {
            backCount = 0;
            turn();
        } else if (ready()) {
            summary.add(backCount, 0);
        }
        if (ready()) {
            summary.combine(period - backCount, backCount);
        }
    }

    /// @return whether the window is full
    boolean ready() {
        return summary.held() >= period;
    }

    @Override
    public void save(StateOutput out) {
        out.putInt(backCount);
    }

    /// The rings must have been restored before.
    @Override
    public void restore(StateInput in) {
        backCount = in.getCount(period - 1);
        if (ready()) {
            turn();
            for (int count = 1; count <= backCount; count++) {
                summary.add(count, backCount - count);
            }
            summary.combine(period - backCount, backCount);
        }
    }

    private void turn() {
        summary.begin(backCount);
        summary.clear();
        for (int count = 1; count <= period - backCount; count++) {
            summary.add(count, backCount + count - 1);
            summary.keep(count);
        }
        summary.clear();
    }
}
