package io.candlestream.feature;

import static io.candlestream.feature.Computed.assertTa4js;

import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.CoppockCurveIndicator;
import org.ta4j.core.indicators.KSTIndicator;
import org.ta4j.core.indicators.TrueStrengthIndexIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/// Rates of change: TA-Lib's, ta4j's, or their definitions.
final class RatesOfChangeTest {

    @Test
    void coppockIsTa4js() {
        assertTa4js(
                "coppock(10,14,11)",
                series -> new CoppockCurveIndicator(new ClosePriceIndicator(series), 14, 11, 10));
    }

    @Test
    void knowSureThingIsTa4js() {
        assertTa4js("kst", series -> new KSTIndicator(new ClosePriceIndicator(series)));
    }

    @Test
    void trueStrengthIsTa4js() {
        assertTa4js(
                "tsi(25,13)",
                series -> new TrueStrengthIndexIndicator(new ClosePriceIndicator(series), 25, 13));
    }
}
