package io.candlestream.feature;

import static io.candlestream.feature.Oracle.assertDefined;
import static io.candlestream.feature.Oracle.assertTa4j;
import static io.candlestream.feature.Oracle.close;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ta4j.core.indicators.CoppockCurveIndicator;
import org.ta4j.core.indicators.KSTIndicator;
import org.ta4j.core.indicators.TrueStrengthIndexIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

/// Rates of change: TA-Lib's, ta4j's, or their definitions.
final class RatesOfChangeTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return RatesOfChange.definitions();
    }

    @Override
    public List<String> taLibColumns() {
        return List.of("roc(10)", "momentum(10)", "trix(15)");
    }

    @Test
    void returnsAreTheirDefinitions() {
        assertDefined("return", row -> close(row) / close(row - 1) - 1);
        assertDefined("return(24)", row -> close(row) / close(row - 24) - 1);
        assertDefined("log_return(24)", row -> Math.log(close(row) / close(row - 24)));
    }

    @Test
    void accelerationIsTheChangeOfTheRateOfChange() {
        assertDefined(
                "acceleration(10)",
                row -> 100 * (close(row) / close(row - 10) - close(row - 1) / close(row - 11)));
    }

    @Test
    void coppockIsTa4js() {
        assertTa4j(
                "coppock(10,14,11)",
                series -> new CoppockCurveIndicator(new ClosePriceIndicator(series), 14, 11, 10));
    }

    @Test
    void knowSureThingIsTa4js() {
        assertTa4j("kst", series -> new KSTIndicator(new ClosePriceIndicator(series)));
    }

    @Test
    void trueStrengthIsTa4js() {
        assertTa4j(
                "tsi(25,13)",
                series -> new TrueStrengthIndexIndicator(new ClosePriceIndicator(series), 25, 13));
    }
}
