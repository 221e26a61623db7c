package io.candlestream.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.candlestream.seed.Seeded;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void leavesUpToFourAccountsWhole() {
        assertThat(Thinning.among(1).most()).isEqualTo(Line.MOST);
        assertThat(Thinning.among(4).most()).isEqualTo(Line.MOST);
        assertThat(Thinning.among(80).most()).isEqualTo(100);
        assertThat(Thinning.among(1_000).most()).isEqualTo(100);
    }

    @Seeded(runs = 100)
    void keepsTheEndsAndTheExtremesInTheirOrder(long seed) {
        var random = new SplittableRandom(seed);
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        ArrayNode points = history.putObject("baselines").putArray("one");
        int count = 1 + random.nextInt(2_000);
        double most = -1;
        for (int i = 0; i < count; i++) {
            double value = random.nextInt(1_000_000);
            most = Math.max(most, value);
            points.addArray().add(i).add(value);
        }

        JsonNode thinned = new Thinning(100).thinned(history).path("baselines").path("one");

        assertThat(thinned.size()).isBetween(Math.min(count, 50), 101);
        assertThat(thinned.get(0)).isEqualTo(points.get(0));
        assertThat(thinned.get(thinned.size() - 1)).isEqualTo(points.get(count - 1));
        double highest = -1;
        for (int i = 0; i < thinned.size(); i++) {
            highest = Math.max(highest, thinned.get(i).get(1).asDouble());
            assertThat(i == 0 || thinned.get(i).get(0).asInt() > thinned.get(i - 1).get(0).asInt())
                    .isTrue();
        }
        assertThat(highest).isEqualTo(most);
    }

    @Test
    void keepsTheTradesThatWeighMost() {
        ObjectNode history = JsonNodeFactory.instance.objectNode();
        ArrayNode trades = history.putArray("trades");
        for (int i = 0; i < 300; i++) {
            trades.addArray().add("long").add(i).add(1).add(i).add(1).add(i % 2 == 0 ? i : -i);
        }

        JsonNode kept = new Thinning(100).thinned(history).path("trades");

        assertThat(kept).hasSize(100);
        assertThat(kept.get(0).get(1).asInt()).isEqualTo(200);
        assertThat(kept.get(99).get(1).asInt()).isEqualTo(299);
    }
}
