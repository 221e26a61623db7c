package io.candlestream.feature;

import io.candlestream.candle.Candle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBar;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.AwesomeOscillatorIndicator;
import org.ta4j.core.indicators.ChopIndicator;
import org.ta4j.core.indicators.ConnorsRSIIndicator;
import org.ta4j.core.indicators.CoppockCurveIndicator;
import org.ta4j.core.indicators.DPOIndicator;
import org.ta4j.core.indicators.FisherIndicator;
import org.ta4j.core.indicators.KRIIndicator;
import org.ta4j.core.indicators.KSTIndicator;
import org.ta4j.core.indicators.KalmanFilterIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.MACDVIndicator;
import org.ta4j.core.indicators.MassIndexIndicator;
import org.ta4j.core.indicators.NetMomentumIndicator;
import org.ta4j.core.indicators.ParabolicSarIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.RWIHighIndicator;
import org.ta4j.core.indicators.RecentFractalSwingHighIndicator;
import org.ta4j.core.indicators.SchaffTrendCycleIndicator;
import org.ta4j.core.indicators.SqueezeProIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.StochasticRSIIndicator;
import org.ta4j.core.indicators.TrueStrengthIndexIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.aroon.AroonOscillatorIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.JMAIndicator;
import org.ta4j.core.indicators.averages.KAMAIndicator;
import org.ta4j.core.indicators.averages.MCGinleyMAIndicator;
import org.ta4j.core.indicators.averages.MMAIndicator;
import org.ta4j.core.indicators.averages.SGMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.TripleEMAIndicator;
import org.ta4j.core.indicators.averages.VIDYAIndicator;
import org.ta4j.core.indicators.averages.VWMAIndicator;
import org.ta4j.core.indicators.averages.WildersMAIndicator;
import org.ta4j.core.indicators.averages.ZLEMAIndicator;
import org.ta4j.core.indicators.bollinger.PercentBIndicator;
import org.ta4j.core.indicators.candles.RealBodyIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighPriceIndicator;
import org.ta4j.core.indicators.helpers.LowPriceIndicator;
import org.ta4j.core.indicators.helpers.RunningTotalIndicator;
import org.ta4j.core.indicators.helpers.StreakIndicator;
import org.ta4j.core.indicators.helpers.VolumeIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuSenkouSpanBIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.statistics.CorrelationCoefficientIndicator;
import org.ta4j.core.indicators.statistics.SigmaIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.indicators.supportresistance.TrendLineSupportIndicator;
import org.ta4j.core.indicators.volume.AccumulationDistributionIndicator;
import org.ta4j.core.indicators.volume.ChaikinOscillatorIndicator;
import org.ta4j.core.indicators.volume.MoneyFlowIndexIndicator;
import org.ta4j.core.indicators.volume.NVIIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.indicators.volume.PVIIndicator;
import org.ta4j.core.indicators.volume.TimeSegmentedVolumeIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.indicators.zigzag.RecentZigZagSwingLowIndicator;
import org.ta4j.core.num.DoubleNumFactory;
import org.ta4j.core.num.Num;

/// A ta4j expression beside the indicator that a user of ta4j would make.
///
/// @param text the expression, without `ta4j(` and `)`
/// @param made the indicator
record Ta4jOracle(String text, Function<BarSeries, Indicator<Num>> made) {

    /// Of every kind: what forgets and what never does, over the candle and over prices.
    static Stream<Ta4jOracle> all() {
        return Stream.of(
                of("ChopIndicator,14", s -> new ChopIndicator(s, 14, 100)),
                of("ChopIndicator,14,1", s -> new ChopIndicator(s, 14, 1)),
                of("OnBalanceVolumeIndicator", OnBalanceVolumeIndicator::new),
                of("AccumulationDistributionIndicator", AccumulationDistributionIndicator::new),
                of("NVIIndicator", NVIIndicator::new),
                of("PVIIndicator", PVIIndicator::new),
                of("HMAIndicator,20", s -> new HMAIndicator(close(s), 20)),
                of("EMAIndicator,200", s -> new EMAIndicator(close(s), 200)),
                of("MMAIndicator,100", s -> new MMAIndicator(close(s), 100)),
                of("SMAIndicator,volume,20", s -> new SMAIndicator(new VolumeIndicator(s), 20)),
                of("SMAIndicator,high,20", s -> new SMAIndicator(new HighPriceIndicator(s), 20)),
                of("SMAIndicator,512", s -> new SMAIndicator(close(s), 512)),
                of("KAMAIndicator", s -> new KAMAIndicator(close(s))),
                of("KAMAIndicator,10,2,30", s -> new KAMAIndicator(close(s), 10, 2, 30)),
                of("ZLEMAIndicator,12", s -> new ZLEMAIndicator(close(s), 12)),
                of("TripleEMAIndicator,9", s -> new TripleEMAIndicator(close(s), 9)),
                of("VIDYAIndicator,9,12", s -> new VIDYAIndicator(close(s), 9, 12)),
                of("JMAIndicator,10,0,2", s -> new JMAIndicator(close(s), 10, 0, 2)),
                of("MCGinleyMAIndicator,14", s -> new MCGinleyMAIndicator(close(s), 14)),
                of("VWMAIndicator,20", s -> new VWMAIndicator(close(s), 20)),
                of("WildersMAIndicator,14", s -> new WildersMAIndicator(close(s), 14)),
                of("SGMAIndicator,9,2", s -> new SGMAIndicator(close(s), 9, 2)),
                of("KalmanFilterIndicator", s -> new KalmanFilterIndicator(close(s))),
                of("ParabolicSarIndicator", ParabolicSarIndicator::new),
                of(
                        "ParabolicSarIndicator,0.01,0.1",
                        s ->
                                new ParabolicSarIndicator(
                                        s, s.numFactory().numOf(0.01), s.numFactory().numOf(0.1))),
                of("SuperTrendIndicator,10,3", s -> new SuperTrendIndicator(s, 10, 3.0)),
                of("FisherIndicator,close,10", s -> new FisherIndicator(close(s), 10)),
                of("RSIIndicator,14", s -> new RSIIndicator(close(s), 14)),
                of("StochasticRSIIndicator,14", s -> new StochasticRSIIndicator(s, 14)),
                of("ConnorsRSIIndicator", s -> new ConnorsRSIIndicator(close(s))),
                of("MACDIndicator", s -> new MACDIndicator(close(s))),
                of("MACDVIndicator", MACDVIndicator::new),
                of("KSTIndicator", s -> new KSTIndicator(close(s))),
                of("CoppockCurveIndicator", s -> new CoppockCurveIndicator(close(s))),
                of("SchaffTrendCycleIndicator", s -> new SchaffTrendCycleIndicator(close(s))),
                of("TrueStrengthIndexIndicator", s -> new TrueStrengthIndexIndicator(close(s))),
                of("NetMomentumIndicator,9,50", s -> new NetMomentumIndicator(close(s), 9, 50)),
                of("AwesomeOscillatorIndicator", AwesomeOscillatorIndicator::new),
                of("DPOIndicator,20", s -> new DPOIndicator(s, 20)),
                of("KRIIndicator,20", s -> new KRIIndicator(s, 20)),
                of("KRIIndicator,close,20", s -> new KRIIndicator(close(s), 20)),
                of("MassIndexIndicator,9,25", s -> new MassIndexIndicator(s, 9, 25)),
                of("RWIHighIndicator,14", s -> new RWIHighIndicator(s, 14)),
                of("SqueezeProIndicator,20", s -> new SqueezeProIndicator(s, 20)),
                of(
                        "StochasticOscillatorKIndicator,close,14,high,low",
                        s ->
                                new StochasticOscillatorKIndicator(
                                        close(s),
                                        14,
                                        new HighPriceIndicator(s),
                                        new LowPriceIndicator(s))),
                of("ADXIndicator,14", s -> new ADXIndicator(s, 14)),
                of("AroonOscillatorIndicator,25", s -> new AroonOscillatorIndicator(s, 25)),
                of("PercentBIndicator,20,2", s -> new PercentBIndicator(close(s), 20, 2)),
                of("RealBodyIndicator", RealBodyIndicator::new),
                of(
                        "DonchianChannelUpperIndicator,20",
                        s -> new DonchianChannelUpperIndicator(s, 20)),
                of("IchimokuSenkouSpanBIndicator", IchimokuSenkouSpanBIndicator::new),
                of(
                        "KeltnerChannelMiddleIndicator,20",
                        s -> new KeltnerChannelMiddleIndicator(s, 20)),
                of("StreakIndicator", s -> new StreakIndicator(close(s))),
                of("RunningTotalIndicator,10", s -> new RunningTotalIndicator(close(s), 10)),
                of(
                        "CorrelationCoefficientIndicator,close,volume,30",
                        s ->
                                new CorrelationCoefficientIndicator(
                                        close(s), new VolumeIndicator(s), 30)),
                of("SigmaIndicator,20", s -> new SigmaIndicator(close(s), 20)),
                of("MoneyFlowIndexIndicator,14", s -> new MoneyFlowIndexIndicator(s, 14)),
                of("ChaikinOscillatorIndicator", ChaikinOscillatorIndicator::new),
                of("VWAPIndicator,20", s -> new VWAPIndicator(s, 20)),
                of("TimeSegmentedVolumeIndicator,13", s -> new TimeSegmentedVolumeIndicator(s, 13)),
                of("RecentFractalSwingHighIndicator", RecentFractalSwingHighIndicator::new),
                of("RecentZigZagSwingLowIndicator", RecentZigZagSwingLowIndicator::new),
                of("TrendLineSupportIndicator", TrendLineSupportIndicator::new));
    }

    private static Ta4jOracle of(String text, Function<BarSeries, Indicator<Num>> made) {
        return new Ta4jOracle(text, made);
    }

    private static Indicator<Num> close(BarSeries series) {
        return new ClosePriceIndicator(series);
    }

    /// @return ta4j's value at every candle, known as soon as that candle is
    double[] values(List<Candle> candles) {
        BarSeries series =
                new BaseBarSeriesBuilder().withNumFactory(DoubleNumFactory.getInstance()).build();
        double[] values = new double[candles.size()];
        Indicator<Num> indicator = null;
        for (int i = 0; i < values.length; i++) {
            add(series, candles.get(i));
            if (indicator == null) {
                indicator = made.apply(series);
            }
            values[i] = indicator.getValue(i).doubleValue();
        }
        return values;
    }

    private static void add(BarSeries series, Candle candle) {
        Instant opened = Instant.ofEpochMilli(candle.openTimeMs());
        Duration length = Duration.ofMinutes(1);
        series.addBar(
                new BaseBar(
                        length,
                        opened,
                        opened.plus(length),
                        series.numFactory().numOf(candle.open()),
                        series.numFactory().numOf(candle.high()),
                        series.numFactory().numOf(candle.low()),
                        series.numFactory().numOf(candle.close()),
                        series.numFactory().numOf(candle.baseVolume()),
                        series.numFactory().zero(),
                        0));
    }

    /// @return the expression
    String expression() {
        return "ta4j(" + text + ')';
    }

    @Override
    public String toString() {
        return expression();
    }
}
