package io.candlestream.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.feature.ExpressionException;
import io.candlestream.label.DirectionRule;
import io.candlestream.label.LabelRule;
import io.candlestream.label.LabelRules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LabelExpressionTest {

    static List<LabelRule> rules() {
        return LabelRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void whatARuleWritesIsReadAsTheSame(LabelRule rule) {
        assertThat(LabelExpression.parse(rule.expression())).isEqualTo(rule);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void refusesAHorizonOutOfRangeInEveryRule(LabelRule rule) {
        for (int horizon : new int[] {0, -1, 100_001}) {
            String text = rule.expression().replaceFirst("horizon=\\d+", "horizon=" + horizon);
            assertThatThrownBy(() -> LabelExpression.parse(text))
                    .isInstanceOf(ExpressionException.class)
                    .hasMessageEndingWith("horizon must be from 1 to 100000, was " + horizon);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "direction                      | direction(horizon=12,threshold_bps=10.0)",
                "direction(24, 5)               | direction(horizon=24,threshold_bps=5.0)",
                "direction(volatility=1)        | direction(horizon=12,volatility=1.0,window=100)",
                "direction(6, quantile=0.33)    | direction(horizon=6,quantile=0.33,window=1000)",
                "direction5                     | direction5(horizon=12,threshold_bps=10.0,strong_bps=50.0)",
                "direction5(volatility=0.75)    | direction5(horizon=12,volatility=0.75,window=100,strong=1.5)",
                "direction5(quantile=0.4)       | direction5(horizon=12,quantile=0.4,window=1000,strong=0.2)",
                "forward_return                 | forward_return(horizon=12)",
                "forward_volatility(horizon=30) | forward_volatility(horizon=30)",
                "triple_barrier                 | triple_barrier(horizon=24,profit=2.0,stop=1.0,volatility_window=100,side=long)",
                "triple_barrier(side=short)     | triple_barrier(horizon=24,profit=2.0,stop=1.0,volatility_window=100,side=short)",
                "triple_barrier(6,profit_bps=90,stop_bps=45) | triple_barrier(horizon=6,profit_bps=90.0,stop_bps=45.0,side=long)",
                "q_score                        | q_score(horizon=12,scale=1.0,volatility_window=100)"
            })
    void whatIsNotWrittenIsTheDefault(String text, String canonical) {
        assertThat(LabelExpression.parse(text).expression()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 10, 1e-9, 12345678.9})
    void theTextOfAFixedThresholdIsAsItAlwaysWas(double bps) {
        DirectionRule rule = new DirectionRule(12, bps);

        assertThat(rule.expression()).isEqualTo("direction(horizon=12,threshold_bps=" + bps + ')');
        assertThat(LabelExpression.parse(rule.expression())).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "up                          | column 1: a label must be one of direction, direction5, forward_return, forward_volatility, triple_barrier, q_score, was up",
                "12                          | column 1: a label must be one of",
                "direction(12.5)             | column 11: horizon must be a whole number, was 12.5",
                "direction(volatility=0)     | column 1: direction: volatility must be positive",
                "direction(volatility=1,quantile=0.3) | column 24: direction takes no such argument, was quantile=0.3",
                "direction(window=5)         | column 11: direction takes no such argument, was window=5",
                "direction5(strong_bps=10)   | column 1: direction5: strong must be further than threshold_bps=10.0, was 10.0",
                "forward_return(12, 1)       | column 20: forward_return takes no such argument, was 1",
                "triple_barrier(side=flat)   | column 21: side must be one of long, short, was flat",
                "triple_barrier(stop_bps=10) | column 1: triple_barrier: profit_bps and stop_bps must come together",
                "triple_barrier(volatility_window=1) | column 1: triple_barrier: window must be from 2 to 10000, was 1",
                "q_score(scale=0)            | column 1: q_score: scale must be positive and at most 1000000.0, was 0.0",
                "q_score.up                  | column 9: q_score has no outputs, was .up"
            })
    void whatIsNoLabelIsRefusedWithItsPlace(String text, String message) {
        assertThatThrownBy(() -> LabelExpression.parse(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessageStartingWith(message);
    }
}
