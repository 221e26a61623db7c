package io.candlestream.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.seed.Seeded;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SyntheticCandlesTest {

    private static final Series SERIES = series("BTCUSDT", Interval.ONE_MINUTE);

    @Nested
    class TheSameMarket {

        @Test
        void hasTheSameCandlesForEver() {
            List<Candle> candles = candles(SyntheticMarket.of(SERIES, 42), 10_000);

            assertThat(hash(candles)).isEqualTo(3_106_148_673_068_538_288L);
        }

        @Test
        void hasTheSameCandlesTwice() {
            SyntheticMarket market = SyntheticMarket.of(SERIES, 42).withGapProbability(0.1);

            assertThat(candles(market, 1_000)).isEqualTo(candles(market, 1_000));
        }
    }

    @Nested
    class AnotherMarket {

        @Test
        void differsByItsSeed() {
            assertThat(closes(SyntheticMarket.of(SERIES, 1)))
                    .isNotEqualTo(closes(SyntheticMarket.of(SERIES, 2)));
        }

        @Test
        void differsByItsSymbol() {
            Series other = series("ETHUSDT", Interval.ONE_MINUTE);

            assertThat(closes(SyntheticMarket.of(SERIES, 1)))
                    .isNotEqualTo(closes(SyntheticMarket.of(other, 1)));
        }

        private List<Double> closes(SyntheticMarket market) {
            return candles(market, 100).stream().map(Candle::close).toList();
        }
    }

    @Nested
    class EveryCandle {

        @Seeded(runs = 30)
        void isWellFormedInOrderAndOpensAtTheLastClose(long seed) {
            var market =
                    new SyntheticMarket(
                            SERIES,
                            seed,
                            0,
                            Math.pow(10, (double) (seed % 8 - 1)),
                            4,
                            0.01 * (seed % 5));
            List<Candle> candles = candles(market, 5_000);

            for (int i = 0; i < candles.size(); i++) {
                Candle candle = candles.get(i);
                assertThat(candle.low()).isPositive();
                assertThat(candle.low())
                        .isLessThanOrEqualTo(Math.min(candle.open(), candle.close()));
                assertThat(candle.high())
                        .isFinite()
                        .isGreaterThanOrEqualTo(Math.max(candle.open(), candle.close()));
                assertThat(candle.baseVolume()).isPositive().isFinite();
                assertThat(Interval.ONE_MINUTE.isOnGrid(candle.openTimeMs())).isTrue();
                if (i > 0) {
                    assertThat(candle.openTimeMs()).isGreaterThan(candles.get(i - 1).openTimeMs());
                    assertThat(candle.open()).isEqualTo(candles.get(i - 1).close());
                }
            }
        }

        @Test
        void hasPricesOfWholeTicks() {
            for (Candle candle : candles(SyntheticMarket.of(SERIES, 3), 1_000)) {
                assertThat(candle.close()).isEqualTo(Math.rint(candle.close() * 100) / 100);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"1s", "1m", "1h", "1d", "1w"})
        void staysInRangeForEver(String interval) {
            var series = series("BTCUSDT", Interval.parse(interval));
            var market = new SyntheticMarket(series, 7, 345_600_000, 100, 2, 0);

            for (Candle candle : candles(market, 200_000)) {
                assertThat(candle.close()).isBetween(0.1, 100_000.0);
            }
        }
    }

    @Nested
    class Gaps {

        @Test
        void areNoneUnlessAskedFor() {
            List<Candle> candles = candles(SyntheticMarket.of(SERIES, 5), 10_000);

            assertThat(candles.getLast().openTimeMs() - candles.getFirst().openTimeMs())
                    .isEqualTo(9_999 * 60_000L);
        }

        @Test
        void areAsFrequentAsAskedFor() {
            List<Candle> candles =
                    candles(SyntheticMarket.of(SERIES, 5).withGapProbability(0.05), 20_000);
            long gaps = 0;
            for (int i = 1; i < candles.size(); i++) {
                long missing =
                        (candles.get(i).openTimeMs() - candles.get(i - 1).openTimeMs()) / 60_000
                                - 1;
                assertThat(missing).isBetween(0L, 10L);
                gaps += missing > 0 ? 1 : 0;
            }

            // Six standard deviations of a binomial count.
            assertThat((double) gaps).isCloseTo(1_000, within(185.0));
        }
    }

    @Test
    void volumeFollowsTheHourOfTheDay() {
        double night = 0;
        double noon = 0;
        for (Candle candle : candles(SyntheticMarket.of(SERIES, 11), 100_000)) {
            long hour = candle.openTimeMs() / 3_600_000 % 24;
            night += hour < 2 || hour > 21 ? candle.baseVolume() : 0;
            noon += hour > 9 && hour < 14 ? candle.baseVolume() : 0;
        }

        assertThat(noon).isGreaterThan(2 * night);
    }

    private static List<Candle> candles(SyntheticMarket market, int count) {
        var candles = new SyntheticCandles(market);
        return Stream.generate(candles::next).limit(count).toList();
    }

    private static Series series(String symbol, Interval interval) {
        return new Series(new Instrument(SyntheticMarket.VENUE, symbol), interval);
    }

    private static long hash(List<Candle> candles) {
        long hash = 0;
        for (Candle candle : candles) {
            hash = 31 * hash + candle.openTimeMs();
            hash = 31 * hash + Double.doubleToLongBits(candle.open());
            hash = 31 * hash + Double.doubleToLongBits(candle.high());
            hash = 31 * hash + Double.doubleToLongBits(candle.low());
            hash = 31 * hash + Double.doubleToLongBits(candle.close());
            hash = 31 * hash + Double.doubleToLongBits(candle.baseVolume());
        }
        return hash;
    }
}
