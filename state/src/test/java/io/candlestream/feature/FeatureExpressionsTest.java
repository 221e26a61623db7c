package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import org.junit.jupiter.api.Test;

final class FeatureExpressionsTest {

    @Test
    void keepTheirOrderAndHowTheyWereWritten() {
        FeatureExpressions features = features("macd . line, ema( 3 ),close");

        assertThat(features.size()).isEqualTo(3);
        assertThat(features.names()).containsExactly("macd.line", "ema(3)", "close");
        assertThat(features.canonical())
                .containsExactly("macd(close,12,26,9).line", "ema(close,3)", "close");
    }

    @Test
    void haveTheSameTextExactlyWhenTheyMeanTheSame() {
        assertThat(features("ema(3), ema(12)")).hasToString("ema(close,3) ema(close,12)");
        assertThat(features("ema(close,3.0),ema").text())
                .isEqualTo(features("ema(3), ema(12)").text())
                .isNotEqualTo(features("ema(12), ema(3)").text());
    }

    @Test
    void areTheOutputsOfOneGraphInTheirOrder() {
        IndicatorGraph graph = features("volume, ema(1), open").graph(Interval.ONE_MINUTE);
        double[] values = new double[3];

        for (Candle candle : RandomCandles.of(1, 10)) {
            graph.update(candle);
            graph.values(values);
            assertThat(values).containsExactly(candle.baseVolume(), candle.close(), candle.open());
        }
    }

    @Test
    void areReadInTheNamesOfCandlestream() {
        assertThat(FeatureExpressions.parse("close, volume").names())
                .containsExactly("close", "volume");
    }

    @Test
    void areRefusedBeforeAnyGraphIsMade() {
        assertThatThrownBy(() -> features("close, ema(0)"))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("column 12: ema takes a period from 1 to 10000, was 0");
    }

    private static FeatureExpressions features(String text) {
        return FeatureExpressions.of(TestCatalog.catalog(), ExpressionParser.parseList(text));
    }
}
