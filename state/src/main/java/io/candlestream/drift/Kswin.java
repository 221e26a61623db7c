package io.candlestream.drift;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.model.Exponential;

/// Kolmogorov-Smirnov windowing: the latest losses against as many drawn from those before them.
///
/// | quantity | meaning |
/// |---|---|
/// | input | losses of any unit |
/// | output | [Drift#DRIFT] when the latest are greater by more than chance; never a warning |
/// | warm-up | `window` losses; after a drift, `window - latest` |
/// | state | `window` doubles and 4 counters; O(window log window) time a test, no allocation |
///
/// ```
/// R = the latest r losses          W = r of the others of the window, drawn without replacement
/// distance = max over x of share of W up to x - share of R up to x          drift when > sqrt(-ln(alpha) / r)
/// ```
///
/// The threshold is the published one. It is the exact large-sample level `alpha` of the one-sided
/// test, which is the one made here, since losses that shrink are no drift; two-sided, as
/// published, it would be twice that. Each loss is tested, and neighbours share their windows:
/// `alpha` is the chance of one test, not of an alarm in a stream. The draws are those of
/// SplitMix64 from the seed. Not thread-safe: owned by one stream task.
///
/// Source: C. Raab, M. Heusinger, F.-M. Schleif, _Reactive Soft Prototype Computing for Concept
/// Drift Streams_, Neurocomputing 416 (2020) 340; G. L. Steele, D. Lea, C. H. Flood, _Fast
/// Splittable Pseudorandom Number Generators_, OOPSLA 2014.
public final class Kswin implements DriftDetector {

    private static final int LONGEST = 1000;
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final int latest;
    private final int every;
    private final double threshold;
    private final double[] ring;
    private final double[] drawn;
    private final double[] recent;
    private int size;
    private int next;
    private int sinceTest;
    private long random;

    /// A detector that has seen no loss.
    ///
    /// @param alpha chance that one test calls a drift where there is none, above 0 and below 1;
    ///   published: 0.005 or less
    /// @param window losses remembered, at most 1000; published: 100
    /// @param latest how many of them are compared with the others, from 2 to half the window;
    ///   published: 30
    /// @param every how many losses there are from one test to the next, from 1 to 1000; published:
    ///   1
    /// @param seed of the draws
    /// @throws IllegalArgumentException when a number is out of range
    public Kswin(double alpha, int window, int latest, int every, long seed) {
        Losses.between("alpha", alpha, 0, 1);
        if (window > LONGEST || latest < 2 || latest > window / 2) {
            throw new IllegalArgumentException(
                    "latest must be from 2 to half the window, the window at most %d, were %d and %d"
                            .formatted(LONGEST, latest, window));
        }
        if (every < 1 || every > LONGEST) {
            throw new IllegalArgumentException(
                    "every must be from 1 to " + LONGEST + ", was " + every);
        }
        this.latest = latest;
        this.every = every;
        threshold = Math.sqrt(-Exponential.log(alpha) / latest);
        ring = new double[window];
        drawn = new double[window - latest];
        recent = new double[latest];
        random = seed;
    }

    @Override
    public String name() {
        return "kswin";
    }

    @Override
    public Drift update(double loss) {
        ring[next] = Losses.checked(loss);
        next = next + 1 == ring.length ? 0 : next + 1;
        size = Math.min(size + 1, ring.length);
        sinceTest = Math.min(sinceTest + 1, every);
        if (size < ring.length || sinceTest < every) {
            return Drift.STABLE;
        }
        sinceTest = 0;
        draw();
        if (distance() <= threshold) {
            return Drift.STABLE;
        }
        size = latest;
        return Drift.DRIFT;
    }

    /// Leaves a sample of the older losses in the first places of `drawn`, and the latest in
    /// `recent`; both sorted.
    private void draw() {
        copy(0, drawn);
        copy(drawn.length, recent);
        for (int i = 0; i < latest; i++) {
            int other = i + (int) (((nextRandom() >>> 32) * (drawn.length - i)) >>> 32);
            double value = drawn[other];
            drawn[other] = drawn[i];
            drawn[i] = value;
        }
        sort(drawn);
        sort(recent);
    }

    /// Sorts the first places, as many as are compared, by Shell's method: the library's sort
    /// allocates its pivots.
    private void sort(double[] values) {
        for (int gap = latest / 2; gap > 0; gap = gap == 2 ? 1 : gap * 5 / 11) {
            for (int i = gap; i < latest; i++) {
                double value = values[i];
                int at = i;
                while (at >= gap && values[at - gap] > value) {
                    values[at] = values[at - gap];
                    at -= gap;
                }
                values[at] = value;
            }
        }
    }

    /// Copies as many losses as there is room for.
    ///
    /// @param from 0 for the oldest
    private void copy(int from, double[] into) {
        int at = (next + from) % ring.length;
        int head = Math.min(into.length, ring.length - at);
        System.arraycopy(ring, at, into, 0, head);
        System.arraycopy(ring, 0, into, head, into.length - head);
    }

    private long nextRandom() {
        random += GOLDEN_GAMMA;
        long mixed = (random ^ (random >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private double distance() {
        int greatest = 0;
        int ofRecent = 0;
        for (int ofDrawn = 0; ofDrawn < latest; ofDrawn++) {
            while (ofRecent < latest && recent[ofRecent] <= drawn[ofDrawn]) {
                ofRecent++;
            }
            // Of equal losses drawn, the last one counts: its count is the greatest.
            greatest = Math.max(greatest, ofDrawn + 1 - ofRecent);
        }
        return (double) greatest / latest;
    }

    /// Layout: how many losses, where the next one goes, losses since the last test, state of the
    /// draws, the losses.
    @Override
    public void save(StateOutput out) {
        out.putInt(size);
        out.putInt(next);
        out.putInt(sinceTest);
        out.putLong(random);
        out.putDoubles(ring);
    }

    @Override
    public void restore(StateInput in) {
        size = in.getCount(ring.length);
        next = in.getCount(ring.length - 1);
        sinceTest = in.getCount(every);
        random = in.getLong();
        in.getDoubles(ring);
        for (double loss : ring) {
            Losses.restored(loss, -Double.MAX_VALUE);
        }
    }
}
