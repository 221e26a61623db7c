package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class FeatureSetTest {

    private final FeatureSet set = FeatureSet.standard();

    @Test
    void namesEveryFeatureOnceAndInTheGrammar() {
        assertThat(set.size()).isEqualTo(set.names().size()).isGreaterThanOrEqualTo(25);
        assertThat(set.names())
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z_]+(\\([a-z0-9_,()]+\\))?(\\.[a-z_]+)?"));
    }

    @Test
    void knowsThePlaceOfEveryFeature() {
        for (int i = 0; i < set.size(); i++) {
            assertThat(set.indexOf(set.names().get(i))).isEqualTo(i);
        }
    }

    @Test
    void refusesAFeatureItDoesNotHave() {
        assertThatThrownBy(() -> set.indexOf("rsi(15)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature must be one of the set standard, was \"rsi(15)\"");
    }

    @Test
    void cannotBeChanged() {
        assertThatThrownBy(() -> set.names().add("sma(20)"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isWrittenInOneLineThatNeverChangesWithinAVersion() {
        assertThat(set.text())
                .isEqualTo(
                        "standard 1: return(1) return(3) return(6) return(12) return(24) roc(10)"
                                + " momentum(10) ema_distance(12) ema_distance(26) ema_distance(50)"
                                + " ema_distance(200) macd(12,26,9).line macd(12,26,9).signal"
                                + " macd(12,26,9).histogram rsi(14) bollinger(20,2).percent_b"
                                + " bollinger(20,2).bandwidth natr(14) volatility(20)"
                                + " zscore(return(1),20) volume_ratio(20) zscore(volume,20)"
                                + " candle.range candle.body candle.upper_shadow"
                                + " candle.lower_shadow gap close_in_range(1)"
                                + " close_in_range(20)");
    }
}
