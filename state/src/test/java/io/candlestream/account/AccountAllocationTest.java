package io.candlestream.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.Candle;
import io.candlestream.candle.RandomCandles;
import io.candlestream.golden.Allocation;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountAllocationTest {

    private static final CostModel COSTS = new CostModel(5, 5);
    private static final StopRule FAR = new StopRule(1e9, 1e9);

    @Test
    void aCandleAllocatesNothingWhileATradeIsResized() {
        List<Candle> candles = RandomCandles.of(1, 2_000);
        Performance performance = new Performance(10_000);
        AccountConfig config =
                new AccountConfig(10_000, COSTS, Sides.LONG, FillRule.NEXT_OPEN, FAR);
        Account account = new Account(config, performance);

        assertThat(Allocation.least(() -> take(candles, account, performance))).isZero();
        assertThat(account.feesPaid()).isPositive();
        assertThat(performance.metrics(60_000, 525_600).tradeCount()).isZero();
    }

    private static void take(List<Candle> candles, Account account, Performance performance) {
        for (int i = 0; i < candles.size(); i++) {
            Candle candle = candles.get(i);
            account.onCandle(
                    candle.openTimeMs(),
                    candle.open(),
                    candle.high(),
                    candle.low(),
                    candle.close());
            account.target(i % 10 == 0 ? 0.5 : 1);
            performance.onClose(candle.openTimeMs(), account.equity(), account.quantity());
        }
    }
}
