package io.candlestream.feature;

import static io.candlestream.feature.Columns.series;
import static io.candlestream.feature.Columns.ta4j;
import static io.candlestream.feature.Computed.SEEDS_FADED;
import static io.candlestream.feature.Computed.assertClose;

import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.ChandelierExitLongIndicator;
import org.ta4j.core.indicators.ChandelierExitShortIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelLowerIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelMiddleIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelLowerIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;

final class BandsTest {

    @Test
    void keltnersBandsAreTa4js() {
        BarSeries series = series();
        KeltnerChannelMiddleIndicator middle =
                new KeltnerChannelMiddleIndicator(new ClosePriceIndicator(series), 20);
        ATRIndicator range = new ATRIndicator(series, 10);

        assertClose("keltner(20,2).middle", ta4j(middle), SEEDS_FADED);
        assertClose(
                "keltner(20,2).upper",
                ta4j(new KeltnerChannelUpperIndicator(middle, range, 2)),
                SEEDS_FADED);
        assertClose(
                "keltner(20,2).lower",
                ta4j(new KeltnerChannelLowerIndicator(middle, range, 2)),
                SEEDS_FADED);
    }

    @Test
    void donchiansBandsAreTa4js() {
        BarSeries series = series();

        assertClose("donchian(20).upper", ta4j(new DonchianChannelUpperIndicator(series, 20)));
        assertClose("donchian(20).middle", ta4j(new DonchianChannelMiddleIndicator(series, 20)));
        assertClose("donchian(20).lower", ta4j(new DonchianChannelLowerIndicator(series, 20)));
    }

    @Test
    void chandelierExitsAreTa4js() {
        BarSeries series = series();

        assertClose(
                "chandelier(22,3).long",
                ta4j(new ChandelierExitLongIndicator(series, 22, 3)),
                SEEDS_FADED);
        assertClose(
                "chandelier(22,3).short",
                ta4j(new ChandelierExitShortIndicator(series, 22, 3)),
                SEEDS_FADED);
    }
}
