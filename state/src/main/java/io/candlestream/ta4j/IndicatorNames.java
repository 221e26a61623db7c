package io.candlestream.ta4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The indicator classes of ta4j, by package: the only classes that an expression can name.
///
/// Written down, not looked for: a search of the class path is slow, and finds nothing in some ways
/// of packing a program. `IndicatorNamesTest` compares it with the library.
public final class IndicatorNames {

    /// The ta4j whose classes these are.
    public static final String VERSION = "0.22.2";

    private static final String ROOT = "org.ta4j.core.indicators";
    private static final String SUFFIX = "Indicator";

    /// Packages within the root, which is `-`; of the names, all end in the suffix.
    private static final String BY_PACKAGE =
            """
            -: ATR Abstract AbstractRecentSwing AccelerationDeceleration AwesomeOscillator CCI
              CMO Cached ChandelierExitLong ChandelierExitShort Chop ConnorsRSI CoppockCurve DPO
              DistanceFromMA Fisher IntraDayMomentumIndex KRI KST KalmanFilter MACD MACDV
              MassIndex NetMomentum PPO PVO ParabolicSar RAVI ROC RSI RWIHigh RWILow
              RecentFractalSwingHigh RecentFractalSwingLow RecentSwing RecursiveCached
              SchaffTrendCycle SqueezePro Stochastic StochasticOscillatorD StochasticOscillatorK
              StochasticRSI SwingPointMarker TrueStrengthIndex UlcerIndex WilliamsR
            adx: ADX DX MinusDI MinusDM PlusDI PlusDM
            aroon: AroonDown AroonOscillator AroonUp
            averages: ATMA AbstractEMA DMA DoubleEMA EDMA EMA HMA JMA KAMA KiJunV2 LSMA LWMA
              MCGinleyMA MMA SGMA SMA SMMA TMA TripleEMA VIDYA VWMA WMA WildersMA ZLEMA
            bollinger: BollingerBandWidth BollingerBandsLower BollingerBandsMiddle
              BollingerBandsUpper PercentB
            candles: AbstractMarubozu BearishEngulfing BearishHarami BearishKicker
              BearishMarubozu BullishEngulfing BullishHarami BullishKicker BullishMarubozu
              DarkCloud Doji EveningStar Hammer HangingMan InvertedHammer LowerShadow
              MorningStar Piercing RealBody ShootingStar ThreeBlackCrows ThreeInsideDown
              ThreeInsideUp ThreeWhiteSoldiers UpperShadow
            donchian: DonchianChannelLower DonchianChannelMiddle DonchianChannelUpper
            elliott: ElliottChannel ElliottConfluence ElliottInvalidation
              ElliottInvalidationLevel ElliottPhase ElliottProjection ElliottRatio
              ElliottScenario ElliottSwing ElliottTrendBias ElliottWaveCount
            helpers: Amount Average BooleanTransform CloseLocationValue ClosePriceDifference
              ClosePrice ClosePriceRatio Combine Constant ConvergenceDivergence Cross DateTime
              Difference DifferencePercentage FixedBoolean Fixed FixedNum Gain HighPrice
              HighestValue Loss LowPrice LowestValue MedianPrice Num OpenPrice PercentRank
              PercentageChange PreviousValue RunningTotal Streak Sum TR TradeCount TypicalPrice
              Unstable Volume
            ichimoku: IchimokuChikouSpan IchimokuKijunSen IchimokuLine IchimokuSenkouSpanA
              IchimokuSenkouSpanB IchimokuTenkanSen
            keltner: KeltnerChannelLower KeltnerChannelMiddle KeltnerChannelUpper
            numeric: BinaryOperation Numeric UnaryOperation
            pivotpoints: AbstractPivotPoint DeMarkPivotPoint DeMarkReversal FibonacciReversal
              PivotPoint StandardReversal
            renko: RenkoDown RenkoUp RenkoX
            statistics: CorrelationCoefficient Covariance MeanDeviation PearsonCorrelation
              PeriodicalGrowthRate Sigma SimpleLinearRegression StandardDeviation StandardError
              Variance
            supertrend: SuperTrend SuperTrendLowerBand SuperTrendUpperBand
            supportresistance: AbstractTrendLine TrendLineResistance TrendLineSupport
            trend: DownTrend UpTrend
            volume: AccumulationDistribution ChaikinMoneyFlow ChaikinOscillator III MVWAP
              MoneyFlowIndex NVI OnBalanceVolume PVI ROCV RelativeVolumeStandardDeviation
              TimeSegmentedVolume VWAP
            zigzag: RecentZigZagSwingHigh RecentZigZagSwingLow ZigZagPivotHigh ZigZagPivotLow
              ZigZagState
            """;

    private static final Map<String, String> QUALIFIED = qualified();

    private IndicatorNames() {}

    /// @return the simple names of all, those that cannot be used among them
    public static Set<String> all() {
        return QUALIFIED.keySet();
    }

    /// @return the whole name of a class; null when ta4j has no indicator of that simple name
    static @Nullable String qualified(String simpleName) {
        return QUALIFIED.get(simpleName);
    }

    private static Map<String, String> qualified() {
        SequencedMap<String, String> qualified = new LinkedHashMap<>();
        String inPackage = ROOT;
        for (String word : BY_PACKAGE.split("\\s+", -1)) {
            if (word.equals("-:")) {
                inPackage = ROOT;
            } else if (word.endsWith(":")) {
                inPackage = ROOT + '.' + word.substring(0, word.length() - 1);
            } else if (!word.isEmpty()) {
                qualified.put(word + SUFFIX, inPackage + '.' + word + SUFFIX);
            }
        }
        return Collections.unmodifiableMap(qualified);
    }
}
