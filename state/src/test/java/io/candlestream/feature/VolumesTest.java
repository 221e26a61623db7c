package io.candlestream.feature;

import static io.candlestream.feature.Columns.series;
import static io.candlestream.feature.Columns.ta4j;
import static io.candlestream.feature.Computed.assertClose;

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
}
