package io.candlestream.epoch;

import static org.assertj.core.api.Assertions.assertThat;

import io.candlestream.seed.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class BlockOrderTest {

    @Seeded(runs = 100)
    void visitsEveryExampleOnce(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = random.nextInt(1, 500);
        BlockOrder order = new BlockOrder(count, random.nextInt(1, 60), seed);

        for (int epoch = 0; epoch < 3; epoch++) {
            order.shuffle();

            assertThat(visited(order))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, count).boxed().toList());
        }
    }

    @Seeded(runs = 20)
    void isAnotherOrderInEveryEpochAndTheSameForTheSameSeed(long seed) {
        BlockOrder order = new BlockOrder(400, 8, seed);
        BlockOrder same = new BlockOrder(400, 8, seed);
        order.shuffle();
        same.shuffle();
        List<Integer> first = visited(order);

        assertThat(visited(same)).isEqualTo(first);
        order.shuffle();
        assertThat(visited(order)).isNotEqualTo(first);
    }

    private static List<Integer> visited(BlockOrder order) {
        List<Integer> visited = new ArrayList<>();
        for (int place = 0; place < order.blockCount(); place++) {
            for (int i = order.from(place); i < order.to(place); i++) {
                visited.add(i);
            }
        }
        return visited;
    }
}
