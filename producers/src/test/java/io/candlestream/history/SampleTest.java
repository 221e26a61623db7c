package io.candlestream.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Candle;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SampleTest {

    @ParameterizedTest
    @CsvSource({
        "BITCOIN, bitstamp:BTCUSD@1m, 9398, 2013-11-25T00:00:00Z, 2013-12-01T16:01:00Z",
        "APPLE, nasdaq:AAPL@1d, 252, 2013-01-02T00:00:00Z, 2013-12-31T00:00:00Z",
        "ETHER, binanceus:ETHUSD@5m, 580, 2023-03-13T18:00:00Z, 2023-03-15T18:15:00Z"
    })
    void eachHasItsSeriesAndCandles(
            Sample sample, String series, int count, Instant first, Instant last) {
        List<Candle> candles = sample.candles();

        assertThat(sample.series()).hasToString(series);
        assertThat(candles)
                .hasSize(count)
                .allMatch(candle -> candle.series().equals(sample.series()));
        assertThat(candles.getFirst().openTimeMs()).isEqualTo(first.toEpochMilli());
        assertThat(candles.getLast().openTimeMs()).isEqualTo(last.toEpochMilli());
    }

    @ParameterizedTest
    @EnumSource
    void everyCandleIsInOrderAndWellFormed(Sample sample) {
        var order = new OrderCheck(sample.series(), Calendar.SESSIONS);
        var numbers = new NumberCheck();
        for (Candle candle : sample.candles()) {
            order.count(candle);
            numbers.count(candle);
        }

        assertThat(order.counts().duplicateCount()).isZero();
        assertThat(order.counts().conflictCount()).isZero();
        assertThat(order.counts().lateCount()).isZero();
        assertThat(order.counts().offGridCount()).isZero();
        assertThat(numbers.counts().isFlawless()).isTrue();
        assertThat(numbers.counts().outsideRangeCount()).isZero();
    }

    @Test
    void minutesWithoutTradesAreGaps() {
        var order = new OrderCheck(Sample.BITCOIN.series(), Calendar.ALWAYS_OPEN);
        Sample.BITCOIN.candles().forEach(order::count);

        // 9,602 whole minutes, 9,398 of them with trades.
        assertThat(order.counts().missingCount()).isEqualTo(204);
    }

    @Test
    void fiveMinuteCandlesHaveNoGap() {
        var order = new OrderCheck(Sample.ETHER.series(), Calendar.ALWAYS_OPEN);
        Sample.ETHER.candles().forEach(order::count);

        assertThat(order.counts().gapCount()).isZero();
    }

    @Test
    void theFirstMinuteIsMadeOfItsTrades() {
        // The file's eleven trades before 00:01, from 800.01 at 00:00:00 to 807.47 at 00:00:57.
        Candle candle = Sample.BITCOIN.candles().getFirst();

        assertThat(candle.open()).isEqualTo(800.01);
        assertThat(candle.high()).isEqualTo(807.47);
        assertThat(candle.low()).isEqualTo(800.01);
        assertThat(candle.close()).isEqualTo(807.47);
        assertThat(candle.baseVolume()).isCloseTo(2.85664446, within(1e-12));
    }

    @Test
    void theProvenanceNamesSourceLicenceAndCounts() {
        assertThat(Sample.provenance())
                .contains("org.ta4j:ta4j-examples:0.18", "MIT License")
                .contains("9,398 candles", "252 candles", "580 candles");
    }
}
