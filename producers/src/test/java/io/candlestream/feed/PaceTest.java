package io.candlestream.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PaceTest {

    @Test
    void isReadFromItsWrittenForm() {
        assertThat(Pace.parse("max")).isEqualTo(new Pace.Unlimited());
        assertThat(Pace.parse("real")).isEqualTo(new Pace.Multiple(1));
        assertThat(Pace.parse("10x")).isEqualTo(new Pace.Multiple(10));
        assertThat(Pace.parse("0.5x")).isEqualTo(new Pace.Multiple(0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", "real", "10.0x", "0.5x"})
    void isWrittenAsItIsRead(String text) {
        assertThat(Pace.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "x", "10", "-1x", "10X", "1e3x", "NaNx", "99999999x"})
    void isNothingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pace.parse(text))
                .withMessage(
                        "speed must be max, real or a number of times real time as in 10x, was \""
                                + text
                                + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x", "1000001x"})
    void isInRange(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pace.parse(text))
                .withMessageStartingWith("speed must be above 0 and at most 1000000 times");
    }
}
