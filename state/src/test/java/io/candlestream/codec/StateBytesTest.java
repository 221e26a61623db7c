package io.candlestream.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.seed.Seeded;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StateBytesTest {

    /// Long enough that the array grows under every kind of value.
    @Seeded(runs = 50)
    void whatIsWrittenIsReadBackToTheBit(long seed) {
        StateOutput out = new StateOutput();
        SplittableRandom written = new SplittableRandom(seed);
        for (int i = 0; i < 3_000; i++) {
            switch (written.nextInt(5)) {
                case 0 -> out.putByte((byte) written.nextInt());
                case 1 -> out.putInt(written.nextInt());
                case 2 -> out.putLong(written.nextLong());
                case 3 -> out.putDouble(Double.longBitsToDouble(written.nextLong()));
                default -> out.putBoolean(written.nextBoolean());
            }
        }

        StateInput in = new StateInput(out.toByteArray());
        SplittableRandom read = new SplittableRandom(seed);
        for (int i = 0; i < 3_000; i++) {
            switch (read.nextInt(5)) {
                case 0 -> assertThat(in.getByte()).isEqualTo((byte) read.nextInt());
                case 1 -> assertThat(in.getInt()).isEqualTo(read.nextInt());
                case 2 -> assertThat(in.getLong()).isEqualTo(read.nextLong());
                case 3 ->
                        assertThat(Double.doubleToRawLongBits(in.getDouble()))
                                .isEqualTo(
                                        Double.doubleToRawLongBits(
                                                Double.longBitsToDouble(read.nextLong())));
                default -> assertThat(in.getBoolean()).isEqualTo(read.nextBoolean());
            }
        }
        in.expectEnd();
    }

    @Test
    void aClearedOutputStartsAnew() {
        StateOutput out = new StateOutput();
        out.putLong(1);
        out.clear();
        out.putInt(2);

        assertThat(out.toByteArray()).containsExactly(0, 0, 0, 2);
    }

    @Test
    void readingPastTheEndIsRefused() {
        assertThatThrownBy(() -> new StateInput(new byte[7]).getLong())
                .isInstanceOf(StateFormatException.class)
                .hasMessage("the state must hold 8 more bytes, held 7");
    }

    @Test
    void bytesLeftOverAreFoundOut() {
        assertThatThrownBy(() -> new StateInput(new byte[3]).expectEnd())
                .isInstanceOf(StateFormatException.class)
                .hasMessage("3 bytes are left over after the state");
    }

    @Test
    void countsOutOfRangeAreRefused() {
        StateOutput out = new StateOutput();
        out.putInt(9);

        assertThatThrownBy(() -> new StateInput(out.toByteArray()).getCount(8))
                .hasMessage("a count must be from 0 to 8, was 9");
    }
}
