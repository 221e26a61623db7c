package io.candlestream.feature;

import static io.candlestream.feature.Columns.each;
import static io.candlestream.feature.Columns.series;
import static io.candlestream.feature.Columns.ta4j;
import static io.candlestream.feature.Computed.assertClose;

import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.statistics.CovarianceIndicator;
import org.ta4j.core.indicators.statistics.VarianceIndicator;

final class RelationsTest {

    @Test
    void covarianceAndBetaAreTa4js() {
        BarSeries series = series();
        VolumeIndicator volume = new VolumeIndicator(series);
        double[] covariance =
                ta4j(new CovarianceIndicator(new ClosePriceIndicator(series), volume, 30));
        double[] variance = ta4j(new VarianceIndicator(volume, 30));

        assertClose("covariance(close,volume,30)", covariance);
        assertClose("beta(close,volume,30)", each(row -> covariance[row] / variance[row]));
    }
}
