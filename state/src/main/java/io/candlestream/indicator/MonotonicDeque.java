package io.candlestream.indicator;

/// The numbers of a window that no later number has reached, newest last, so that the first one is
/// the highest of the window.
///
/// ```
/// window   3  9  4  7  5  5        9 would fall out next; then 7 is the highest
/// kept        9     7     5
/// ```
///
/// Every number enters and leaves once: O(1) amortised, in two arrays that are never replaced.
///
/// Not thread-safe: owned by one stream task.
///
/// Source: D. Lemire, _Nordic Journal of Computing_ 13 (2006) 328.
public final class MonotonicDeque {

    private final double[] values;
    private final long[] arrivals;
    private int first;
    private int count;
    private long clock;

    /// An empty window of `period` numbers.
    ///
    /// @param period at least 1
    public MonotonicDeque(int period) {
        values = new double[period];
        arrivals = new long[period];
    }

    /// Takes the next number and lets the one fall out that came `period` numbers before it.
    public void push(double value) {
        clock++;
        if (count > 0 && arrivals[first] <= clock - values.length) {
            first = wrapped(first + 1);
            count--;
        }
        while (count > 0 && values[wrapped(first + count - 1)] <= value) {
            count--;
        }
        int last = wrapped(first + count);
        values[last] = value;
        arrivals[last] = clock;
        count++;
    }

    /// @return the highest number of the window, which must not be empty
    public double highest() {
        return values[first];
    }

    /// Forgets everything.
    public void clear() {
        count = 0;
    }

    private int wrapped(int index) {
        return index >= values.length ? index - values.length : index;
    }
}
