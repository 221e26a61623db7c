package io.candlestream.label;

import static io.candlestream.golden.GoldenBytes.saved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Candle;
import io.candlestream.codec.StateFormatException;
import io.candlestream.codec.StateInput;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// The windows of [RecentVolatility] and [ForwardReturns], read back and checked.
final class RestoredWindowsTest {

    private static final int HORIZON = 4;
    private static final int WINDOW = 9;

    /// The two counters of a ring come before its numbers.
    private static final int FIRST_NUMBER = 2 * Integer.BYTES;

    @Test
    void aMoveThatPricesCannotMakeIsRefused() {
        RecentVolatility volatility = new RecentVolatility(HORIZON, WINDOW);
        take(volatility::update);
        byte[] state = saved(volatility);
        RecentVolatility restored = new RecentVolatility(HORIZON, WINDOW);

        for (double move : new double[] {Double.NaN, 141, Double.NEGATIVE_INFINITY}) {
            byte[] broken = with(state, FIRST_NUMBER, move);
            assertThatThrownBy(() -> restored.restore(new StateInput(broken)))
                    .isInstanceOf(StateFormatException.class)
                    .hasMessage("a move must be within 140.0, was " + move);
        }
        restored.restore(new StateInput(with(state, FIRST_NUMBER, -139)));
        assertThat(restored.usualMove()).isGreaterThan(volatility.usualMove());
    }

    @Test
    void aCloseOrAReturnThatCannotBeIsRefused() {
        ForwardReturns known = new ForwardReturns(HORIZON, WINDOW);
        take(known::update);
        byte[] state = saved(known);
        ForwardReturns restored = new ForwardReturns(HORIZON, WINDOW);
        int firstReturn = FIRST_NUMBER + HORIZON * Double.BYTES + FIRST_NUMBER;

        for (double close : new double[] {Double.NaN, 0, -1, 1e31}) {
            byte[] broken = with(state, FIRST_NUMBER, close);
            assertThatThrownBy(() -> restored.restore(new StateInput(broken)))
                    .isInstanceOf(StateFormatException.class)
                    .hasMessage("a price must be in range, was " + close);
        }
        for (double value : new double[] {Double.NaN, -1.1, Double.POSITIVE_INFINITY}) {
            byte[] broken = with(state, firstReturn, value);
            assertThatThrownBy(() -> restored.restore(new StateInput(broken)))
                    .isInstanceOf(StateFormatException.class)
                    .hasMessage("a return must be from -1 to 1.0E61, was " + value);
        }
        restored.restore(new StateInput(with(state, firstReturn, 7)));
        assertThat(restored.fromAbove(0)).isEqualTo(7);
    }

    private static void take(Consumer<LastCloses> window) {
        LastCloses closes = new LastCloses();
        for (Candle candle : LabelCandles.walk(1, 40)) {
            closes.update(candle.close());
            window.accept(closes);
        }
    }

    private static byte[] with(byte[] state, int at, double value) {
        byte[] changed = state.clone();
        ByteBuffer.wrap(changed).putDouble(at, value);
        return changed;
    }
}
