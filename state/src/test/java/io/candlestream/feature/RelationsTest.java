package io.candlestream.feature;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RelationsTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Relations.definitions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correlation(close,volume,30)"})
    void areTaLibs(String expression) {
        Expressions.assertIsTaLibs(expression);
    }
}
