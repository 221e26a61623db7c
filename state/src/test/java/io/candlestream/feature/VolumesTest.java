package io.candlestream.feature;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VolumesTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Volumes.definitions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"obv", "ad", "ad_oscillator(3,10)"})
    void areTaLibs(String expression) {
        Expressions.assertIsTaLibs(expression);
    }
}
