package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private final TextTable table = new TextTable("name", "count", "note");

    @Test
    void alignsItsColumnsAndLeavesNoBlanksAtLineEnds() {
        table.add("candles", "12", "");
        table.add("x", "1234567", "late");

        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text, true));

        assertThat(text.toString())
                .isEqualToNormalizingNewlines(
                        """
                        name     count    note
                        candles  12
                        x        1234567  late
                        """);
    }

    @Test
    void refusesARowOfAnotherWidth() {
        assertThatThrownBy(() -> table.add("one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row must have 3 cells, had 1");
    }
}
