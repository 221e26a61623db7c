package io.candlestream.jmh;

import io.candlestream.candle.Candle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ta4j.core.Bar;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.numeric.BinaryOperationIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;
import org.ta4j.core.num.NumFactory;

/// The outputs of [IndicatorBenchmark#OUTPUTS] with ta4j, on doubles, over a series that keeps its
/// last 512 bars.
///
/// As a user of ta4j who minds speed would have it: what can be shared between indicators is. Once
/// the seeds have faded the numbers are the graph's, but for `obv`, which begins with 0 here.
final class Ta4jIndicators {

    private static final int BARS_KEPT = 512;
    private static final NumFactory NUMBERS = DoubleNumFactory.getInstance();

    private final BarSeries series = new BaseBarSeriesBuilder().withNumFactory(NUMBERS).build();
    private final List<Indicator<Num>> outputs;

    Ta4jIndicators() {
        series.setMaximumBarCount(BARS_KEPT);
        var close = new ClosePriceIndicator(series);
        var mean = new SMAIndicator(close, 20);
        var macd = new MACDIndicator(close, 12, 26);
        EMAIndicator signal = macd.getSignalLine(9);
        var middle = new BollingerBandsMiddleIndicator(mean);
        var deviation = new StandardDeviationIndicator(close, 20);
        var k = new SMAIndicator(new StochasticOscillatorKIndicator(series, 14), 3);
        outputs =
                List.of(
                        mean,
                        macd.getShortTermEma(),
                        macd.getLongTermEma(),
                        new RSIIndicator(close, 14),
                        macd,
                        signal,
                        BinaryOperationIndicator.difference(macd, signal),
                        new BollingerBandsUpperIndicator(middle, deviation),
                        middle,
                        new BollingerBandsLowerIndicator(middle, deviation),
                        new ATRIndicator(series, 14),
                        k,
                        new SMAIndicator(k, 3),
                        new CCIIndicator(series, 20),
                        new ADXIndicator(series, 14),
                        new OnBalanceVolumeIndicator(series),
                        new ROCIndicator(close, 10));
    }

    /// A candle as a bar that [#update] takes.
    static Bar bar(Candle candle) {
        Instant end = Instant.ofEpochMilli(candle.closeTimeMs());
        Duration length = Duration.ofMillis(candle.closeTimeMs() - candle.openTimeMs());
        return new BaseBar(
                length,
                end.minus(length),
                end,
                NUMBERS.numOf(candle.open()),
                NUMBERS.numOf(candle.high()),
                NUMBERS.numOf(candle.low()),
                NUMBERS.numOf(candle.close()),
                NUMBERS.numOf(candle.baseVolume()),
                NUMBERS.zero(),
                0);
    }

    void update(Bar bar) {
        series.addBar(bar);
    }

    void values(double[] into) {
        int end = series.getEndIndex();
        for (int i = 0; i < into.length; i++) {
            into[i] = outputs.get(i).getValue(end).doubleValue();
        }
    }
}
