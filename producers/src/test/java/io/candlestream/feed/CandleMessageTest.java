package io.candlestream.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CandleMessageTest {

    private static final Series SERIES =
            new Series(Instrument.parse("binance:BTCUSDT"), Interval.ONE_HOUR);
    private static final Candle CANDLE = new Candle(SERIES, 3_600_000, 1.5, 4, 1, 2.5, 7);

    private final CandleMessage messages = new CandleMessage();

    @Test
    void hasEveryFieldOfTheCandle() {
        assertThat(messages.toMessage(CANDLE)).isEqualTo(message("binance:BTCUSDT", "1h"));
    }

    @Test
    void givesTheCandleBack() {
        assertThat(messages.fromMessage(messages.toMessage(CANDLE))).isEqualTo(CANDLE);
    }

    @Test
    void carriesNumbersThatNoCandleShouldHave() {
        var odd = new Candle(SERIES, -1, Double.NaN, Double.POSITIVE_INFINITY, -0.0, -1, 0);

        assertThat(messages.fromMessage(messages.toMessage(odd)).isSameAs(odd)).isTrue();
    }

    @Test
    void givesTheSameSeriesForTheSameTexts() {
        Candle first = messages.fromMessage(message("binance:BTCUSDT", "1h"));
        Candle second = messages.fromMessage(message("binance:BTCUSDT", "1h"));

        assertThat(second.series()).isSameAs(first.series());
    }

    @Test
    void knowsAnyNumberOfSeries() {
        for (int i = 0; i < 25_000; i++) {
            var series = new Series(new Instrument("test", "S" + i), Interval.ONE_MINUTE);
            var candle = new Candle(series, 0, 1, 1, 1, 1, 1);

            assertThat(messages.fromMessage(messages.toMessage(candle))).isEqualTo(candle);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BTCUSDT, 1h, instrument must be venue:SYMBOL",
        "Binance:BTCUSDT, 1h, venue must be",
        "binance:, 1h, symbol must be",
        "binance:BTCUSDT, 1y, interval must be",
        "binance:BTCUSDT, 7m, interval must be"
    })
    void isRefusedWhereItsTextsAreMalformed(String instrument, String interval, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> messages.fromMessage(message(instrument, interval)))
                .withMessageContaining(reason);
    }

    private static io.candlestream.schema.Candle message(String instrument, String interval) {
        return new io.candlestream.schema.Candle(
                instrument, interval, Instant.ofEpochMilli(3_600_000), 1.5, 4.0, 1.0, 2.5, 7.0);
    }
}
