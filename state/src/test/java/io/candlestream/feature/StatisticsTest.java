package io.candlestream.feature;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatisticsTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Statistics.definitions();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stddev(20)",
                "variance(20)",
                "linear_regression(14).value",
                "linear_regression(14).slope",
                "linear_regression(14).intercept",
                "linear_regression(14).angle",
                "linear_regression(14).forecast"
            })
    void areTaLibs(String expression) {
        Expressions.assertIsTaLibs(expression);
    }
}
