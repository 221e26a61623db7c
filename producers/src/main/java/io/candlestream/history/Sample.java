package io.candlestream.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Real candles in the jar, so that an empty machine without a network has something to learn from.
/// [#provenance] says where they come from.
public enum Sample {

    /// One-minute candles of BTC/USD on Bitstamp, made from the venue's trades of 25 November to 1
    /// December 2013. The last minute is left out: its trades end before it closes.
    BITCOIN("bitstamp:BTCUSD", Interval.ONE_MINUTE, "bitstamp_trades_from_20131125_usd.csv") {
        @Override
        List<Candle> read(InputStream bytes) throws IOException {
            TradeAggregator aggregator = new TradeAggregator(series());
            List<Candle> candles = new ArrayList<>();
            try (CsvReader<NamedCsvRecord> trades = csv(bytes)) {
                for (NamedCsvRecord trade : trades) {
                    Candle closed =
                            aggregator.add(
                                    1_000 * Long.parseLong(trade.getField("timestamp")),
                                    number(trade, "price"),
                                    number(trade, "amount"));
                    if (closed != null) {
                        candles.add(closed);
                    }
                }
            }
            return candles;
        }
    },

    /// Daily candles of Apple's share in 2013, a candle a session; the open time is midnight UTC of
    /// the session's date.
    APPLE("nasdaq:AAPL", Interval.ONE_DAY, "appleinc_bars_from_20130101_usd.csv") {
        @Override
        List<Candle> read(InputStream bytes) throws IOException {
            List<Candle> candles = new ArrayList<>();
            try (CsvReader<NamedCsvRecord> days = csv(bytes)) {
                for (NamedCsvRecord day : days) {
                    LocalDate date = LocalDate.parse(day.getField("date"));
                    candles.add(
                            new Candle(
                                    series(),
                                    date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
                                    number(day, "open"),
                                    number(day, "high"),
                                    number(day, "low"),
                                    number(day, "close"),
                                    number(day, "volume")));
                }
            }
            return candles;
        }
    },

    /// Five-minute candles of ETH/USD on Binance US, 13 to 15 March 2023.
    ETHER("binanceus:ETHUSD", Interval.FIVE_MINUTES, "ETH-USD-PT5M-2023-3-13_2023-3-15.json") {
        @Override
        List<Candle> read(InputStream bytes) throws IOException {
            List<Candle> candles = new ArrayList<>();
            for (JsonNode candle : new ObjectMapper().readTree(bytes).required("ohlc")) {
                // The file gives the last millisecond of each candle.
                long closeTimeMs = candle.required("endTime").longValue() + 1;
                candles.add(
                        new Candle(
                                series(),
                                closeTimeMs - series().interval().durationMs(),
                                candle.required("openPrice").doubleValue(),
                                candle.required("highPrice").doubleValue(),
                                candle.required("lowPrice").doubleValue(),
                                candle.required("closePrice").doubleValue(),
                                candle.required("volume").doubleValue()));
            }
            return candles;
        }
    };

    private static final String FOLDER = "sample/";

    // A record of records: as immutable as an enum must be.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Series series;

    private final String resource;

    Sample(String instrument, Interval interval, String resource) {
        this.series = new Series(Instrument.parse(instrument), interval);
        this.resource = resource;
    }

    /// What the candles belong to.
    public Series series() {
        return series;
    }

    /// All candles in the order of time, read anew at every call.
    public List<Candle> candles() {
        try (InputStream bytes = open(resource)) {
            return List.copyOf(read(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The candles of every sample, interleaved by close time, read anew at every call.
    public static CandleSource merged() {
        return new MergedCandles(
                Arrays.stream(values()).map(sample -> CandleSource.of(sample.candles())).toList());
    }

    /// Where the candles come from, under what licence, and what was done to them.
    public static String provenance() {
        try (InputStream bytes = open("PROVENANCE.txt")) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name in lower case.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract List<Candle> read(InputStream bytes) throws IOException;

    private static InputStream open(String resource) {
        InputStream bytes = Sample.class.getResourceAsStream(FOLDER + resource);
        if (bytes == null) {
            throw new IllegalStateException(
                    "the jar must hold " + FOLDER + resource + ", which the build unpacks into it");
        }
        return bytes;
    }

    private static CsvReader<NamedCsvRecord> csv(InputStream bytes) {
        return CsvReader.builder().ofNamedCsvRecord(bytes, StandardCharsets.US_ASCII);
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
