package io.candlestream.feature;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BandsTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Bands.definitions();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bollinger(20,2).upper", "bollinger(20,2).middle", "bollinger(20,2).lower"})
    void areTaLibs(String expression) {
        Expressions.assertIsTaLibs(expression);
    }
}
