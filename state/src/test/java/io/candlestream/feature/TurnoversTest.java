package io.candlestream.feature;

import java.util.List;

final class TurnoversTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Turnovers.definitions();
    }
}
