package io.candlestream.ta4j;

import java.time.Duration;
import java.time.Instant;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.AbstractIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.OpenPriceIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/// Columns of numbers as a series of ta4j: the bar of a row is there when it has been added.
///
/// A bar is one second long, the shortest interval there is: ta4j's times of bars need to rise, and
/// what reads them reads distances between bars.
final class BarColumns {

    private static final int OPEN_TIME = 0;
    private static final int OPEN = 1;
    private static final int HIGH = 2;
    private static final int LOW = 3;
    private static final int CLOSE = 4;
    private static final int VOLUME = 5;

    private static final Duration LENGTH = Duration.ofSeconds(1);

    private final double[][] columns;
    private final BarSeries series =
            new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();

    /// A series without a bar.
    ///
    /// @param columns open time, open, high, low, close, volume and others, not copied
    BarColumns(double[][] columns) {
        this.columns = columns;
    }

    BarSeries series() {
        return series;
    }

    /// @return how many bars there are
    int size() {
        return series.getBarCount();
    }

    /// Adds the bar of the next row.
    void addNext() {
        int row = size();
        Instant opened = Instant.ofEpochMilli((long) columns[OPEN_TIME][row]);
        series.addBar(
                new BaseBar(
                        LENGTH,
                        opened,
                        opened.plus(LENGTH),
                        number(OPEN, row),
                        number(HIGH, row),
                        number(LOW, row),
                        number(CLOSE, row),
                        number(VOLUME, row),
                        series.numFactory().zero(),
                        0));
    }

    /// @return a column, as what ta4j reads; its own class where it has one
    Indicator<Num> indicator(int column) {
        return switch (column) {
            case OPEN -> new OpenPriceIndicator(series);
            case HIGH -> new HighPriceIndicator(series);
            case LOW -> new LowPriceIndicator(series);
            case CLOSE -> new ClosePriceIndicator(series);
            case VOLUME -> new VolumeIndicator(series);
            default -> new Column(column);
        };
    }

    private Num number(int column, int row) {
        return DoubleNum.valueOf(columns[column][row]);
    }

    private final class Column extends AbstractIndicator<Num> {

        private final int column;

        Column(int column) {
            super(series);
            this.column = column;
        }

        @Override
        public Num getValue(int row) {
            return number(column, row);
        }

        @Override
        public int getCountOfUnstableBars() {
            return 0;
        }
    }
}
