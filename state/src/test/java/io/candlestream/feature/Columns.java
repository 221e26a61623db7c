package io.candlestream.feature;

import io.candlestream.candle.Candle;
import io.candlestream.golden.GoldenTable;
import io.candlestream.indicator.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/// The golden candles as columns, and columns made of them by plain definitions or by ta4j: a
/// number a candle, NaN where there is none.
final class Columns {

    static final List<Candle> CANDLES = GoldenTable.candles();
    static final double[] CLOSE = Batch.of(CANDLES, Candle::close);

    private Columns() {}

    /// @param formula from the row to the number
    static double[] each(IntToDoubleFunction formula) {
        return IntStream.range(0, CANDLES.size()).mapToDouble(formula).toArray();
    }

    /// What ta4j makes of the golden candles.
    static double[] ta4j(Indicator<Num> oracle) {
        return each(row -> oracle.getValue(row).doubleValue());
    }

    /// The golden candles for ta4j.
    static BarSeries series() {
        BarSeries series =
                new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        for (Candle candle : CANDLES) {
            series.barBuilder()
                    .timePeriod(Duration.ofMinutes(1))
                    .endTime(Instant.ofEpochMilli(candle.closeTimeMs()))
                    .openPrice(candle.open())
                    .highPrice(candle.high())
                    .lowPrice(candle.low())
                    .closePrice(candle.close())
                    .volume(candle.baseVolume())
                    .add();
        }
        return series;
    }
}
