package io.candlestream.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.candlestream.seed.Seeded;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LineTest {

    private static ArrayNode points(Line line) {
        ArrayNode points = JsonNodeFactory.instance.arrayNode();
        line.putInto(points);
        return points;
    }

    @Test
    void hasNoPointWithoutAValue() {
        assertThat(points(new Line())).isEmpty();
    }

    @Test
    void isEveryValueWhereTheseAreFew() {
        Line line = new Line();
        for (int i = 0; i < 998; i++) {
            line.add(i, i % 7);
        }

        ArrayNode points = points(line);

        assertThat(points).hasSize(998);
        for (int i = 0; i < 998; i++) {
            assertThat(points.get(i).toString()).isEqualTo("[" + i + ',' + i % 7 + ']');
        }
    }

    @Test
    void keepsTheEndsWhereNeitherIsAnExtreme() {
        Line line = new Line();
        for (int i = 0; i < 100_000; i++) {
            line.add(i, i == 0 || i == 99_999 ? 5 : i % 11);
        }

        ArrayNode points = points(line);

        assertThat(points.get(0).toString()).isEqualTo("[0,5]");
        assertThat(points.get(points.size() - 1).toString()).isEqualTo("[99999,5]");
    }

    @Seeded(runs = 50)
    void keepsTheExtremesInFewPointsInTheOrderOfTime(long seed) {
        var random = new SplittableRandom(seed);
        int count = 1 + random.nextInt(50_000);
        Line line = new Line();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double value = random.nextInt(-1_000_000, 1_000_000);
            least = Math.min(least, value);
            most = Math.max(most, value);
            line.add(10L * i, value);
        }

        ArrayNode points = points(line);

        assertThat(points.size()).isLessThanOrEqualTo(Line.MOST);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            lowest = Math.min(lowest, points.get(i).get(1).asDouble());
            highest = Math.max(highest, points.get(i).get(1).asDouble());
            assertThat(i == 0 || points.get(i).get(0).asLong() > points.get(i - 1).get(0).asLong())
                    .isTrue();
        }
        assertThat(lowest).isEqualTo(least);
        assertThat(highest).isEqualTo(most);
    }
}
