package io.candlestream.history;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Instrument;
import io.candlestream.signal.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalFilesTest {

    private static final Instrument BITCOIN = Instrument.parse("test:BTC");
    private static final Instrument ETHER = Instrument.parse("test:ETH");

    @TempDir private Path folder;
    private final List<BadRow> badRows = new ArrayList<>();

    @Test
    void areReadByTimeForEachInstrumentAndForAll() throws IOException {
        SignalFiles files =
                read(
                        """
                        time,name,value,instrument
                        3000,greed,3,
                        1000,greed,1.5,test:BTC
                        2000,funding,-1e-3,test:ETH
                        """);

        assertThat(files.signalsFor(BITCOIN))
                .containsExactly(
                        new Signal(BITCOIN, "greed", 1_000, 1.5),
                        new Signal(BITCOIN, "greed", 3_000, 3));
        assertThat(files.signalsFor(List.of(BITCOIN, ETHER)))
                .extracting(Signal::timeMs)
                .containsExactly(1_000L, 2_000L, 3_000L, 3_000L);
        assertThat(files.namesFor(ETHER)).containsExactlyInAnyOrder("greed", "funding");
        assertThat(files.namesFor(BITCOIN)).containsExactly("greed");
        assertThat(files.instruments()).containsExactly(BITCOIN, ETHER);
        assertThat(files.hasMarketWide()).isTrue();
        assertThat(files.badRowCount()).isZero();
    }

    @Test
    void needNoInstrumentAndNoOrderOfColumns() throws IOException {
        SignalFiles files = read("Value,unused,TIME,name\n42,x,1000,greed\n");

        assertThat(files.signalsFor(ETHER)).containsExactly(new Signal(ETHER, "greed", 1_000, 42));
    }

    @Test
    void anInstrumentsOwnValueStandsForThatOfAll() throws IOException {
        SignalFiles files =
                read("time,name,value,instrument\n1000,greed,1,\n1000,greed,2,test:BTC\n");

        assertThat(files.signalsFor(BITCOIN)).extracting(Signal::value).containsExactly(2.0);
        assertThat(files.signalsFor(ETHER)).extracting(Signal::value).containsExactly(1.0);
    }

    @Test
    void mayBeSeveralAndPacked() throws IOException {
        Path packed = folder.resolve("signals.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("time,name,value\n1000,greed,1\n".getBytes(US_ASCII));
        }
        Path plain = file("time,name,value\n500,news,2\n");

        assertThat(SignalFiles.read(List.of(packed, plain), badRows::add).signalsFor(ETHER))
                .extracting(Signal::name)
                .containsExactly("news", "greed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    x,greed,1,             | time must be epoch milliseconds of 1970 to 9999, was "x"
                    -1,greed,1,            | time must be epoch milliseconds of 1970 to 9999, was "-1"
                    1000,greed,NaN,        | value must be a finite decimal number from -1e30 to 1e30, was "NaN"
                    1000,greed,1e31,       | value must be a finite decimal number from -1e30 to 1e30, was "1e31"
                    1000,Greed,1,          | a signal's name must be 1 to 64 of a-z, 0-9 and _, starting with a letter, was "Greed"
                    1000,greed,1,BTC       | instrument must be venue:SYMBOL, was "BTC"
                    1000,greed             | row must have 4 fields like the header, had 2
                    """)
    void aRowThatCannotBeIsLeftOutWithItsLineAndReason(String row, String reason)
            throws IOException {
        SignalFiles files = read("time,name,value,instrument\n" + row + "\n2000,greed,7,\n");

        assertThat(files.badRowCount()).isEqualTo(1);
        assertThat(badRows.getFirst().line()).isEqualTo(2);
        assertThat(badRows.getFirst().reason()).isEqualTo(reason);
        assertThat(files.signalsFor(ETHER)).hasSize(1);
    }

    @Test
    void withoutTheirColumnsAreRefused() throws IOException {
        Path file = file("time,value\n1000,1\n");

        assertThatThrownBy(() -> SignalFiles.read(List.of(file), badRows::add))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(
                        "line 1: header must name time, name, value and, if there is one, instrument;"
                                + " missing name, was \"time,value\"");
    }

    private SignalFiles read(String text) throws IOException {
        return SignalFiles.read(List.of(file(text)), badRows::add);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("signals.csv"), text);
    }
}
