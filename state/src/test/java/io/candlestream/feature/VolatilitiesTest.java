package io.candlestream.feature;

import java.util.List;

final class VolatilitiesTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Volatilities.definitions();
    }
}
