package io.candlestream.feature;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExtremesTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Extremes.definitions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"highest(30)", "lowest(30)", "midpoint(14)", "midprice(14)"})
    void areTaLibs(String expression) {
        Expressions.assertIsTaLibs(expression);
    }
}
