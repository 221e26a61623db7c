package io.candlestream.feature;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PricesTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Prices.definitions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"typical_price", "median_price", "weighted_close"})
    void areTaLibs(String expression) {
        Expressions.assertIsTaLibs(expression);
    }
}
