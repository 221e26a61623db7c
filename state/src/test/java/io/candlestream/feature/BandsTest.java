package io.candlestream.feature;

import static io.candlestream.feature.Columns.CANDLES;
import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.each;
import static io.candlestream.feature.Expressions.SEEDS_FADED;
import static io.candlestream.feature.Expressions.assertClose;
import static io.candlestream.feature.Expressions.computed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

final class BandsTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Bands.definitions();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bollinger(20,2).upper", "bollinger(20,2).middle", "bollinger(20,2).lower"})
    void areTaLibs(String expression) {
        Expressions.assertIsTaLibs(expression);
    }

    @Test
    void shareAndWidthOfBollingersBandsAreThoseOfTheBands() {
        double[] upper = computed("bollinger(20,2).upper", CANDLES);
        double[] middle = computed("bollinger(20,2).middle", CANDLES);
        double[] lower = computed("bollinger(20,2).lower", CANDLES);

        assertClose(
                "bollinger(20,2).percent_b",
                each(row -> (CLOSE[row] - lower[row]) / (upper[row] - lower[row])));
        assertClose(
                "bollinger(20,2).bandwidth", each(row -> (upper[row] - lower[row]) / middle[row]));
    }

    @Test
    void keltnersBandsAreTa4js() {
        BarSeries series = Columns.series();
        KeltnerChannelMiddleIndicator middle =
                new KeltnerChannelMiddleIndicator(new ClosePriceIndicator(series), 20);
        ATRIndicator range = new ATRIndicator(series, 10);

        assertClose("keltner(20,2).middle", Columns.of(middle), SEEDS_FADED);
        assertClose(
                "keltner(20,2).upper",
                Columns.of(new KeltnerChannelUpperIndicator(middle, range, 2)),
                SEEDS_FADED);
        assertClose(
                "keltner(20,2).lower",
                Columns.of(new KeltnerChannelLowerIndicator(middle, range, 2)),
                SEEDS_FADED);
    }

    @Test
    void donchiansBandsAreTa4js() {
        BarSeries series = Columns.series();

        assertClose(
                "donchian(20).upper", Columns.of(new DonchianChannelUpperIndicator(series, 20)));
        assertClose(
                "donchian(20).middle", Columns.of(new DonchianChannelMiddleIndicator(series, 20)));
        assertClose(
                "donchian(20).lower", Columns.of(new DonchianChannelLowerIndicator(series, 20)));
    }

    @Test
    void chandelierExitsAreTa4js() {
        BarSeries series = Columns.series();

        assertClose(
                "chandelier(22,3).long",
                Columns.of(new ChandelierExitLongIndicator(series, 22, 3)),
                SEEDS_FADED);
        assertClose(
                "chandelier(22,3).short",
                Columns.of(new ChandelierExitShortIndicator(series, 22, 3)),
                SEEDS_FADED);
    }
}
