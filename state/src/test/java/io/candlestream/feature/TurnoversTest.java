package io.candlestream.feature;

import static io.candlestream.feature.Columns.series;
import static io.candlestream.feature.Columns.ta4j;
import static io.candlestream.feature.Computed.assertClose;
import static io.candlestream.feature.Computed.computed;
import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.candle.RandomCandles;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.volume.VWAPIndicator;

final class TurnoversTest {

    @Test
    void ratiosAreOneWhenNothingIsTraded() {
        assertThat(computed("volume_ratio(20)", RandomCandles.flat(3, 50))).endsWith(1, 1);
        assertThat(computed("relative_volume(20)", RandomCandles.flat(3, 50))).endsWith(1, 1);
    }

    @Test
    void averagePriceIsTa4js() {
        assertClose("vwap(20)", ta4j(new VWAPIndicator(series(), 20)));
    }

    @Test
    void averagePriceIsTheTypicalOneWhenNothingIsTraded() {
        assertThat(computed("vwap(20)", RandomCandles.flat(3, 50))).endsWith(3, 3);
        assertThat(computed("session_vwap", RandomCandles.flat(3, 50))).startsWith(3, 3);
    }
}
