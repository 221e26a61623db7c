package io.candlestream.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RateSamplesTest {

    private static final long SECOND = 1_000_000_000;

    private final RateSamples samples = new RateSamples(200, 1_000);

    @Test
    void countsFromTheFirstPartToTheLastCommit() {
        samples.add(0, 0, 0);
        samples.add(SECOND, 5_000, 100);
        samples.add(2 * SECOND, 10_000, 200);
        samples.add(3 * SECOND, 410_000, 600);
        boolean done = samples.add(4 * SECOND, 810_000, 1_000);

        assertThat(done).isTrue();
        assertThat(samples.perSecond()).isEqualTo(400);
        assertThat(samples.cpuMicrosEach()).isEqualTo(1);
    }

    @Test
    void doesNotCountTheTimeInWhichNothingWasCommitted() {
        samples.add(SECOND, 0, 300);
        samples.add(2 * SECOND, 0, 800);
        samples.add(9 * SECOND, 0, 800);

        assertThat(samples.perSecond()).isEqualTo(500);
    }

    @Test
    void refusesToTellARateFromASingleCommit() {
        samples.add(SECOND, 0, 1_000);

        assertThatThrownBy(samples::perSecond)
                .isInstanceOf(BenchmarkFailedException.class)
                .hasMessage("1000 candles must take several commits, took fewer than 2");
    }
}
