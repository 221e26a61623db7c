package io.candlestream.candle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {

    @Test
    void isReadAndWrittenAsVenueColonSymbol() {
        Instrument instrument = Instrument.parse("kraken:XBT/USD:spot");

        assertThat(instrument.venue()).isEqualTo("kraken");
        assertThat(instrument.symbol()).isEqualTo("XBT/USD:spot");
        assertThat(instrument).hasToString("kraken:XBT/USD:spot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BTCUSDT",
                ":BTC",
                "binance:",
                "Binance:BTC",
                "1x:BTC",
                "binance:BTC USD",
                "binance:B\u00e9",
                "b\u0000:X"
            })
    void textThatIsNoInstrumentIsRefusedInWords(String text) {
        assertThatThrownBy(() -> Instrument.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be");
    }

    @Test
    void aLongTextIsCutInTheMessage() {
        assertThatThrownBy(() -> Instrument.parse("x:" + "A".repeat(1_000_000)))
                .extracting(Throwable::getMessage)
                .asString()
                .hasSizeLessThan(200);
    }
}
