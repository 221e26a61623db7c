package io.candlestream.feature;

import static io.candlestream.feature.Columns.CLOSE;
import static io.candlestream.feature.Columns.HIGH;
import static io.candlestream.feature.Columns.LOW;
import static io.candlestream.feature.Columns.VOLUME;
import static io.candlestream.feature.Columns.afterFirst;
import static io.candlestream.feature.Columns.each;
import static io.candlestream.feature.Columns.rolling;
import static io.candlestream.feature.Columns.series;
import static io.candlestream.feature.Columns.sums;
import static io.candlestream.feature.Columns.ta4j;
import static io.candlestream.feature.Computed.assertClose;

import io.candlestream.indicator.Batch;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.volume.NVIIndicator;
import org.ta4j.core.indicators.volume.PVIIndicator;

final class VolumesTest {

    @Test
    void indicesOfRisingAndFallingVolumeAreTa4js() {
        BarSeries series = series();

        assertClose("nvi", ta4j(new NVIIndicator(series)));
        assertClose("pvi", ta4j(new PVIIndicator(series)));
    }

    @Test
    void moneyFlowIsWhereTheCloseStandsWeightedByVolume() {
        double[] flow =
                each(row ->
                        HIGH[row] == LOW[row]
                                ? 0
                                : VOLUME[row]
                                        * (2 * CLOSE[row] - HIGH[row] - LOW[row])
                                        / (HIGH[row] - LOW[row]));
        double[] mean = rolling(flow, 20, Batch::mean);
        double[] volume = rolling(VOLUME, 20, Batch::mean);

        assertClose("chaikin_money_flow(20)", each(row -> mean[row] / volume[row]));
    }

    @Test
    void volumePriceTrendAddsUpReturnsTimesVolume() {
        assertClose(
                "vpt", sums(afterFirst(row -> VOLUME[row] * (CLOSE[row] / CLOSE[row - 1] - 1))));
    }
}
