package io.candlestream.feature;

import io.candlestream.candle.Candle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNumFactory;

/// Candles as ta4j wants them.
final class Ta4j {

    private Ta4j() {}

    /// A series of doubles.
    static BarSeries series(List<Candle> candles) {
        BarSeries series =
                new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        for (Candle candle : candles) {
            series.barBuilder()
                    .timePeriod(Duration.ofMillis(candle.closeTimeMs() - candle.openTimeMs()))
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
