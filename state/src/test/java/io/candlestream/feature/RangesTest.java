package io.candlestream.feature;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RangesTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Ranges.definitions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true_range", "atr(14)", "natr(14)"})
    void areTaLibs(String expression) {
        Expressions.assertIsTaLibs(expression);
    }
}
