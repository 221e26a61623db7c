package io.candlestream.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.candle.Interval;
import io.candlestream.candle.RandomCandles;
import io.candlestream.candle.Series;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VenueReaderTest {

    private static final long OPEN_MS = 1_787_227_200_000L;

    @Nested
    class OfEveryVenue {

        @ParameterizedTest
        @EnumSource
        void readsTheDigitsOfAPageByRisingTime(Dialect dialect) {
            Series series = dialect.series(0);
            List<Candle> candles = RandomCandles.of(series, 3, 50);
            String page = dialect.page(candles, Long.MAX_VALUE);

            assertThat(reader(series).candles(series, page)).isEqualTo(candles);
            assertThat(reader(series).fault(series, 200, page, 0)).isNull();
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COINBASE")
        void readsTheDigitsOfAFrame(Dialect dialect) {
            Series series = dialect.series(0);
            for (Candle candle : RandomCandles.of(series, 3, 50)) {
                List<VenueEvent> events = reader(series).events(dialect.frame(candle, true));

                assertThat(events)
                        .containsExactly(
                                dialect == Dialect.KRAKEN
                                        ? new VenueEvent.Forming(candle)
                                        : new VenueEvent.Closed(candle));
            }
        }

        @ParameterizedTest
        @EnumSource
        void takesWhatNobodyAskedForAsASignOfLife(Dialect dialect) {
            VenueReader reader = reader(dialect.series(1));
            Candle other = RandomCandles.of(dialect.series(0), 3, 1).getFirst();

            assertThat(reader.events(dialect.frame(other, true)))
                    .containsExactly(new VenueEvent.Pulse());
            assertThat(reader.events("{\"type\":\"invented later\",\"x\":[1,{}]}"))
                    .containsExactly(new VenueEvent.Pulse());
        }

        @ParameterizedTest
        @EnumSource
        void saysThatThereIsNoSuchInstrument(Dialect dialect) {
            Series series = dialect.series(0);
            StubServer.Response unknown = dialect.unknownSymbol();

            VenueFault fault = reader(series).fault(series, unknown.status(), unknown.body(), 0);

            assertThat(Objects.requireNonNull(fault).kind())
                    .isEqualTo(VenueFault.Kind.UNKNOWN_SYMBOL);
            assertThat(fault.message())
                    .startsWith(dialect.venue().name() + " says of " + series)
                    .contains("look the symbol up");
        }

        @ParameterizedTest
        @CsvSource({
            "429, RATE_LIMITED",
            "418, RATE_LIMITED",
            "403, BLOCKED",
            "451, BLOCKED",
            "500, UNAVAILABLE",
            "503, UNAVAILABLE",
            "200, UNAVAILABLE"
        })
        void knowsTheStatusOfAPageInPlaceOfJson(int status, VenueFault.Kind kind) {
            for (Dialect dialect : Dialect.values()) {
                Series series = dialect.series(0);
                VenueFault fault =
                        reader(series).fault(series, status, "<html>Sorry</html>", 7_000);

                assertThat(Objects.requireNonNull(fault).kind()).isEqualTo(kind);
                assertThat(fault.retryAfterMs()).isEqualTo(7_000);
                assertThat(fault.message()).contains("<html>Sorry</html>");
            }
        }

        /// A typed answer for every text, never an exception.
        @ParameterizedTest
        @EnumSource
        void answersWhateverItIsGiven(Dialect dialect) {
            Series series = dialect.series(0);
            VenueReader reader = reader(series);
            List<Candle> candles = RandomCandles.of(series, 3, 3);
            List<String> texts =
                    List.of(
                            dialect.frame(candles.getFirst(), true),
                            dialect.page(candles, Long.MAX_VALUE),
                            dialect.unknownSymbol().body());
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < 20_000; i++) {
                String text = mutated(texts.get(i % texts.size()), random);

                assertThat(reader.events(text)).isNotEmpty();
                VenueFault fault = reader.fault(series, 200, text, 0);
                List<Candle> read = fault == null ? reader.candles(series, text) : null;
                assertThat(read == null || read.size() <= text.length()).isTrue();
            }
        }
    }

    @Nested
    class OfBinance {

        private final Series series = series("binance", "BTCUSDT");

        @ParameterizedTest
        @ValueSource(strings = {"1787227200000", "1787227200000000"})
        void readsMillisecondsAndMicrosecondsBareAndCombined(String open) {
            String bare =
                    "{\"e\":\"kline\",\"s\":\"BTCUSDT\",\"k\":{\"t\":"
                            + open
                            + ",\"s\":\"BTCUSDT\",\"i\":\"1m\",\"o\":\"64010.00000000\","
                            + "\"c\":\"64044.10000000\",\"h\":\"64055.50000000\","
                            + "\"l\":\"64001.20000000\",\"v\":\"12.34567000\",\"x\":true}}";
            Candle expected =
                    new Candle(series, OPEN_MS, 64010, 64055.5, 64001.2, 64044.1, 12.34567);

            assertThat(reader(series).events(bare))
                    .containsExactly(new VenueEvent.Closed(expected));
            assertThat(
                            reader(series)
                                    .events(
                                            "{\"stream\":\"btcusdt@kline_1m\",\"data\":"
                                                    + bare
                                                    + "}"))
                    .containsExactly(new VenueEvent.Closed(expected));
        }

        @Test
        void knowsThatTheServerWillShutDown() {
            assertThat(reader(series).events("{\"e\":\"serverShutdown\",\"E\":1787227260000}"))
                    .hasOnlyElementsOfType(VenueEvent.Leaving.class);
        }

        @Test
        void asksInLowerCaseOnTheStreamAndInUpperCaseByRest() {
            Venue venue = Venues.named("binance").orElseThrow();

            assertThat(venue.subscriptions(List.of(series), 10))
                    .containsExactly(
                            "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@kline_1m\"],\"id\":1}");
            assertThat(venue.page(venue.defaults(), series, new Span(OPEN_MS, OPEN_MS + 60_000)))
                    .hasToString(
                            "https://api.binance.com/api/v3/klines?symbol=BTCUSDT&interval=1m"
                                    + "&startTime=1787227200000&endTime=1787227259999&limit=1000");
        }
    }

    @Nested
    class OfTheOthers {

        @Test
        void krakenCallsBitcoinXbtByRestAndNamesARefusedSymbol() {
            Venue kraken = Venues.named("kraken").orElseThrow();
            Series series = series("kraken", "BTC/USD");
            Span span = new Span(OPEN_MS, OPEN_MS + 60_000);

            assertThat(kraken.page(kraken.defaults(), series, span).getQuery())
                    .isEqualTo("pair=XBTUSD&interval=1&since=1787227140");
            assertThat(
                            kraken.page(
                                            kraken.defaults().with("rest-symbol.BTC/USD", "XBTZ"),
                                            series,
                                            span)
                                    .getQuery())
                    .startsWith("pair=XBTZ&");
            assertThat(
                            reader(series)
                                    .events(
                                            "{\"error\":\"Currency pair not supported BTC/USD\","
                                                    + "\"method\":\"subscribe\",\"success\":false,"
                                                    + "\"symbol\":\"BTC/USD\"}"))
                    .containsExactly(
                            new VenueEvent.Refused(series, "Currency pair not supported BTC/USD"));
        }

        @Test
        void bybitTakesTenInstrumentsInAMessage() {
            Venue bybit = Venues.named("bybit").orElseThrow();
            List<Series> many =
                    java.util.stream.IntStream.range(0, 25)
                            .mapToObj(Dialect.BYBIT::series)
                            .toList();

            assertThat(bybit.subscriptions(many, 10)).hasSize(3);
        }

        @Test
        void okxCutsDaysInUtcAndSaysPongInPlainText() {
            Venue okx = Venues.named("okx").orElseThrow();
            Series day = okx.series("BTC-USDT", Interval.ONE_DAY);

            assertThat(okx.subscriptions(List.of(day), 10).getFirst()).contains("candle1Dutc");
            assertThat(reader(day).events("pong")).containsExactly(new VenueEvent.Pulse());
            assertThat(
                            reader(day)
                                    .events(
                                            "{\"event\":\"error\",\"code\":\"60012\",\"msg\":\"bad\"}"))
                    .containsExactly(new VenueEvent.Refused(null, "60012 bad"));
        }

        @Test
        void aSymbolOfAnotherFormIsRefusedWithAnExample() {
            assertThatThrownBy(() -> series("coinbase", "BTCUSD"))
                    .isInstanceOf(VenueException.class)
                    .hasMessage("an instrument of coinbase must look like BTC-USD, was BTCUSD");
        }
    }

    private static Series series(String venue, String symbol) {
        return Venues.named(venue).orElseThrow().series(symbol, Interval.ONE_MINUTE);
    }

    private static VenueReader reader(Series series) {
        return new VenueReader(
                Venues.named(series.instrument().venue()).orElseThrow(), List.of(series));
    }

    private static String mutated(String text, SplittableRandom random) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int times = random.nextInt(1, 6);
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) "{}[]\",:0123456789eE.-+truefalsn \\".charAt(random.nextInt(33));
        }
        int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
