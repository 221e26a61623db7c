package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.golden.GoldenTable;
import io.candlestream.indicator.CandlePattern;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PatternsTest implements GroupContract {

    @Override
    public List<Definition> definitions() {
        return Patterns.definitions();
    }

    @ParameterizedTest
    @EnumSource
    void areTaLibsWhereverItHasAValue(CandlePattern pattern) {
        String column = "pattern." + pattern;
        double[] expected = GoldenTable.taLib().column(column);
        double[] values = Expressions.computed(column, GoldenTable.candles());

        for (int row = 13; row < expected.length; row++) {
            assertThat(values[row]).as("%s in row %s", column, row).isEqualTo(expected[row]);
        }
    }
}
