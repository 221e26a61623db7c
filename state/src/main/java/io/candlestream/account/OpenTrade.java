package io.candlestream.account;

/// The sums of the fills of one trade until it ends, then of the next.
///
/// Not thread-safe: owned by one account.
final class OpenTrade {

    private Side side = Side.LONG;
    private long entryTimeMs;
    private double entered;
    private double enteredFor;
    private double left;
    private double leftFor;
    private double fees;
    private double charged;

    /// Begins a trade, its first entry to follow.
    void begin(Side newSide, long timeMs) {
        side = newSide;
        entryTimeMs = timeMs;
        entered = 0;
        enteredFor = 0;
        left = 0;
        leftFor = 0;
        fees = 0;
        charged = 0;
    }

    /// Takes a fill that makes the position larger.
    ///
    /// @param quantity more than 0
    void enter(double quantity, double price, double fee) {
        entered += quantity;
        enteredFor += quantity * price;
        fees += fee;
    }

    /// Takes a fill that makes the position smaller.
    ///
    /// @param quantity more than 0
    void leave(double quantity, double price, double fee) {
        left += quantity;
        leftFor += quantity * price;
        fees += fee;
    }

    /// Takes what holding it cost.
    void charge(double amount) {
        charged += amount;
    }

    Side side() {
        return side;
    }

    double entryPrice() {
        return enteredFor / entered;
    }

    /// The trade, everything having been left.
    Trade ended(long timeMs) {
        return trade(timeMs, left, leftFor, false);
    }

    /// The trade as if the rest of it were left at a price, without costs.
    ///
    /// @param rest more than 0
    Trade onPaper(long timeMs, double rest, double price) {
        return trade(timeMs, left + rest, leftFor + rest * price, true);
    }

    private Trade trade(long timeMs, double exited, double exitedFor, boolean stillOpen) {
        return new Trade(
                side,
                entryTimeMs,
                entryPrice(),
                timeMs,
                exitedFor / exited,
                entered,
                fees,
                side.sign() * (exitedFor - enteredFor) - fees - charged,
                stillOpen);
    }
}
