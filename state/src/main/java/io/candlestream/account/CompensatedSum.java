package io.candlestream.account;

/// A sum that keeps what rounding takes from it.
///
/// Not thread-safe: owned by one account.
///
/// Source: A. Neumaier, _Zeitschrift fuer Angewandte Mathematik und Mechanik_ 54 (1974) 39.
final class CompensatedSum {

    private double sum;
    private double lost;

    void add(double value) {
        double next = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
        sum = next;
    }

    double value() {
        return sum + lost;
    }
}
