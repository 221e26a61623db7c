package io.candlestream.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TradeAggregatorTest {

    private static final Series SERIES = series(Interval.ONE_MINUTE);

    private final TradeAggregator aggregator = new TradeAggregator(SERIES);

    @Nested
    class ACandle {

        @Test
        void isClosedByTheFirstTradeAtItsCloseTime() {
            assertThat(aggregator.add(60_000, 10, 1)).isNull();
            assertThat(aggregator.add(80_000, 14, 2)).isNull();
            assertThat(aggregator.add(90_000, 8, 0)).isNull();
            assertThat(aggregator.add(119_999, 9, 0.5)).isNull();

            assertThat(aggregator.add(120_000, 20, 4))
                    .isEqualTo(new Candle(SERIES, 60_000, 10, 14, 8, 9, 3.5));
        }

        @Test
        void takesTradesOfTheSameTimeInTheOrderGiven() {
            aggregator.add(60_000, 10, 1);
            aggregator.add(60_000, 11, 1);
            aggregator.add(60_000, 9, 1);

            assertThat(aggregator.add(200_000, 1, 1))
                    .isEqualTo(new Candle(SERIES, 60_000, 10, 11, 9, 9, 3));
        }

        @Test
        void isNotInventedWhereThereAreNoTrades() {
            aggregator.add(0, 10, 1);

            assertThat(aggregator.add(600_000, 11, 1))
                    .isEqualTo(new Candle(SERIES, 0, 10, 10, 10, 10, 1));
            assertThat(aggregator.add(660_000, 12, 1))
                    .isEqualTo(new Candle(SERIES, 600_000, 11, 11, 11, 11, 1));
        }

        @ParameterizedTest
        @CsvSource({
            "1m, 2024-01-03T12:34:56Z, 2024-01-03T12:34:00Z",
            "4h, 2024-01-03T12:34:56Z, 2024-01-03T12:00:00Z",
            "1d, 2024-01-03T12:34:56Z, 2024-01-03T00:00:00Z",
            "1w, 2024-01-03T12:34:56Z, 2024-01-01T00:00:00Z",
            "1w, 2024-01-01T00:00:00Z, 2024-01-01T00:00:00Z",
            "1w, 1969-12-31T23:59:59Z, 1969-12-29T00:00:00Z"
        })
        void opensOnTheGrid(String interval, Instant trade, Instant open) {
            var anyInterval = new TradeAggregator(series(Interval.parse(interval)));
            anyInterval.add(trade.toEpochMilli(), 1, 1);

            assertThat(anyInterval.add(trade.plusSeconds(1_000_000).toEpochMilli(), 1, 1))
                    .extracting(Candle::openTimeMs)
                    .isEqualTo(open.toEpochMilli());
        }
    }

    @Nested
    class ATradeThatCannotBe {

        @Test
        void isOlderThanTheOpenCandleAndIsLeftOut() {
            aggregator.add(60_000, 10, 1);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aggregator.add(59_999, 99, 1))
                    .withMessage(
                            "trade must not be older than the open candle of 60000, was at 59999");
            assertThat(aggregator.add(120_000, 1, 1))
                    .isEqualTo(new Candle(SERIES, 60_000, 10, 10, 10, 10, 1));
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
        void hasNoPrice(double price) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aggregator.add(0, price, 1))
                    .withMessageContaining("price must be finite and above 0, was " + price);
        }

        @ParameterizedTest
        @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
        void hasNoAmount(double amount) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> aggregator.add(0, 1, amount))
                    .withMessageContaining("amount must be finite and at least 0, was " + amount);
        }
    }

    private static Series series(Interval interval) {
        return new Series(new Instrument("bitstamp", "BTCUSD"), interval);
    }
}
