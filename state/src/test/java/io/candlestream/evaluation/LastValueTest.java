package io.candlestream.evaluation;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

final class LastValueTest implements NumberBaselineContract {

    @Override
    public NumberBaseline baseline() {
        return new LastValue();
    }

    @Test
    void predictsTheLastValue() {
        NumberBaseline baseline = baseline();

        baseline.learn(2);
        baseline.learn(-0.5);

        assertThat(baseline.predict()).isEqualTo(-0.5);
        assertThat(baseline.name()).isEqualTo("last_value");
    }

    @Test
    void refusesStateOutOfRange() {
        byte[] state = saved(baseline());
        ByteBuffer.wrap(state).putDouble(Double.NaN);

        assertThatThrownBy(() -> baseline().restore(new StateInput(state)))
                .isInstanceOf(StateFormatException.class)
                .hasMessage("the last value must be from -1e75 to 1e75, was NaN");
    }
}
