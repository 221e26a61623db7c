package io.candlestream.synthetic;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SyntheticMarketTest {

    private static final Series SERIES =
            new Series(new Instrument(SyntheticMarket.VENUE, "X"), Interval.ONE_HOUR);

    @Test
    void isMarkedByItsVenue() {
        var real = new Series(new Instrument("binance", "X"), Interval.ONE_HOUR);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SyntheticMarket.of(real, 1))
                .withMessage("venue must be synthetic, was binance");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100, 2, 0, 'first open time must be on the grid of 1h, was 1'",
        "-3600000, 100, 2, 0, 'first open time must be on the grid of 1h, was -3600000'",
        "0, 100, 9, 0, 'price digits must be 0 to 8, was 9'",
        "0, 9.99, 2, 0, 'start price must be 1,000 ticks to 10^15 ticks'",
        "0, NaN, 2, 0, 'start price must be 1,000 ticks to 10^15 ticks'",
        "0, 1e9, 8, 0, 'start price must be 1,000 ticks to 10^15 ticks'",
        "0, 100, 2, 1.1, 'gap probability must be 0 to 1, was 1.1'",
        "0, 100, 2, NaN, 'gap probability must be 0 to 1, was NaN'"
    })
    void hasEveryPartInRange(
            long openTimeMs, double price, int digits, double gapProbability, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SyntheticMarket(SERIES, 1, openTimeMs, price, digits, gapProbability))
                .withMessageStartingWith(message);
    }
}
