package io.candlestream.account;

/// The ledger of one instrument: decisions and candles in, cash, quantity, equity and trades out.
///
/// | quantity | meaning |
/// |---|---|
/// | input | candles that a [io.candlestream.candle.CandleGate] accepted, and at any close a target in units of equity, from -1, short, to 1, long |
/// | output | cash and equity in units of quote currency, quantity in units of base, below 0 when short |
/// | warm-up | none |
/// | state | some 30 doubles; O(1) time, no allocation per candle but for a [Trade] that ends |
///
/// ```
/// worth    = cash + quantity * price        the price of the fill, before its costs
/// quantity <- target * worth / fill price   fill price and fee as CostModel has them
/// cash     <- cash - bought * fill price - fee
/// cash     <- cash - borrow                  at every close of what is short
/// equity   = cash + quantity * close        at every close
/// ```
///
/// Only a change of the target trades, and it trades the difference; a position is not brought back
/// to its target when the price moves. Whether a fill buys or sells is told by the worth of what is
/// wanted against the worth of what is held; where slippage would turn that around, the difference
/// is less than its cost and nothing is traded. With nothing left, `worth <= 0`, every target is
/// flat. A position that a [StopRule] closed stays closed until the target changes.
///
/// Not thread-safe.
public final class Account {

    private final AccountConfig config;
    private final TradeListener listener;
    private final OpenTrade trade = new OpenTrade();
    private final boolean hasStops;
    private final boolean borrows;
    private final CompensatedSum fees = new CompensatedSum();
    private final CompensatedSum spread = new CompensatedSum();
    private final CompensatedSum slippage = new CompensatedSum();
    private final CompensatedSum borrowed = new CompensatedSum();
    private double cash;
    private double quantity;
    private double equity;
    private double target;
    private double reached;
    private long timeMs;
    private double close;
    private double range;

    /// An account that is flat.
    ///
    /// @param listener told of every trade when it ends
    public Account(AccountConfig config, TradeListener listener) {
        this.config = config;
        this.listener = listener;
        hasStops = !config.stops().equals(StopRule.NONE);
        borrows = config.costs().borrowBps() > 0;
        cash = config.equity();
        equity = cash;
    }

    /// Takes one closed candle: fills at its open what was decided before, then marks at its close.
    ///
    /// @param openTimeMs UTC epoch milliseconds, later than that of the candle before
    public void onCandle(long openTimeMs, double open, double high, double low, double close) {
        long passedMs = openTimeMs - timeMs;
        timeMs = openTimeMs;
        this.close = close;
        range = high - low;
        if (target != reached) {
            trade(open);
        }
        if (hasStops && quantity != 0) {
            stop(open, high, low);
        }
        if (borrows && quantity < 0) {
            borrow(passedMs);
        }
        equity = cash + quantity * close;
    }

    /// Decides, at the close of the last candle, what to hold.
    ///
    /// @param decided in units of equity, from -1 to 1
    /// @throws IllegalArgumentException when it is out of range
    public void target(double decided) {
        if (!(decided >= -1 && decided <= 1)) {
            throw new IllegalArgumentException("target must be from -1 to 1, was " + decided);
        }
        target = config.sides().allowed(decided);
        if (config.fill() == FillRule.SAME_CLOSE && target != reached) {
            trade(close);
            equity = cash + quantity * close;
        }
    }

    /// Hands out the trade that is open behind the last candle, if there is one, closed on paper at
    /// its close and without costs. To be called once, after the last candle.
    public void finish() {
        if (quantity != 0) {
            listener.onTrade(trade.onPaper(timeMs, Math.abs(quantity), close));
        }
    }

    /// @return what it is worth at the last close; the equity of its configuration before the first
    public double equity() {
        return equity;
    }

    /// @return what is held, in units of base; below 0 when short
    public double quantity() {
        return quantity;
    }

    /// @return what is not invested, in units of quote currency; the proceeds of what is short
    ///   included, below 0 when fees had to be borrowed
    public double cash() {
        return cash;
    }

    /// @return the fees of all fills, in units of quote currency
    public double feesPaid() {
        return fees.value();
    }

    /// @return what was gained until the last close, and what it cost
    public CostBreakdown costs() {
        return CostBreakdown.of(
                equity - config.equity(),
                fees.value(),
                spread.value(),
                slippage.value(),
                borrowed.value());
    }

    private void trade(double price) {
        reached = target;
        double held = quantity * price;
        double wanted = target * Math.max(0, cash + held);
        int side = wanted > held ? 1 : -1;
        double fillPrice = config.costs().fillPrice(price, side, range);
        double next = wanted / fillPrice;
        if ((next - quantity) * side > 0) {
            fill(next, price, fillPrice, false);
        }
    }

    private void stop(double open, double high, double low) {
        double price = config.stops().exitPrice(trade.side(), trade.entryPrice(), open, high, low);
        if (!Double.isNaN(price)) {
            int side = trade.side().sign();
            // Only what is taken at a profit was waited for.
            boolean isTaken = side * (price - trade.entryPrice()) > 0;
            fill(0, price, config.costs().fillPrice(price, -side, range), isTaken);
        }
    }

    private void borrow(long passedMs) {
        double charge = config.costs().borrow(-quantity * close, passedMs);
        cash -= charge;
        borrowed.add(charge);
        trade.charge(charge);
    }

    private void fill(double next, double marketPrice, double price, boolean isMaker) {
        double bought = next - quantity;
        double traded = Math.abs(bought);
        double fee = config.costs().fee(traded * price, isMaker);
        cash -= bought * price;
        cash -= fee;
        fees.add(fee);
        double halfSpread = config.costs().spread(traded * marketPrice);
        spread.add(halfSpread);
        slippage.add(bought * (price - marketPrice) - halfSpread);
        if (Math.signum(next) == -Math.signum(quantity) && next != 0) {
            double closed = Math.abs(quantity);
            double closingFee = fee * (closed / traded);
            leave(closed, price, closingFee);
            enter(next, Math.abs(next), price, fee - closingFee);
        } else if (Math.abs(next) > Math.abs(quantity)) {
            enter(next, traded, price, fee);
        } else if (next != 0) {
            trade.leave(traded, price, fee);
        } else {
            leave(traded, price, fee);
        }
        quantity = next == 0 ? 0 : next; // Never a negative zero.
    }

    private void enter(double next, double entered, double price, double fee) {
        if (Math.signum(next) != Math.signum(quantity)) {
            trade.begin(next > 0 ? Side.LONG : Side.SHORT, timeMs);
        }
        trade.enter(entered, price, fee);
    }

    private void leave(double left, double price, double fee) {
        trade.leave(left, price, fee);
        listener.onTrade(trade.ended(timeMs));
    }
}
