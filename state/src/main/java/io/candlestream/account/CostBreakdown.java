package io.candlestream.account;

/// From what prices alone would have given to what was left, in units of quote currency.
///
/// ```
/// gross = net + fees + spread + slippage + borrow
/// ```
///
/// Gross is the profit of the same quantities, bought and sold at the market's prices.
///
/// @param gross before costs
/// @param fees of all fills
/// @param spread half of it, at every fill
/// @param slippage by how much else the prices of fills were worse
/// @param borrow of what was short
/// @param net final less initial equity
public record CostBreakdown(
        double gross, double fees, double spread, double slippage, double borrow, double net) {

    /// @return the same with the gross that the others make
    static CostBreakdown of(
            double net, double fees, double spread, double slippage, double borrow) {
        CompensatedSum gross = new CompensatedSum();
        gross.add(net);
        gross.add(fees);
        gross.add(spread);
        gross.add(slippage);
        gross.add(borrow);
        return new CostBreakdown(gross.value(), fees, spread, slippage, borrow, net);
    }
}
