package io.candlestream.indicator;

import io.candlestream.candle.Candle;
import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/// Something that follows candles, as the [IndicatorContract] sees it.
public interface Subject extends Stateful {

    /// Takes the next candle.
    void update(Candle candle);

    /// @return how many candles it takes until there are values
    int warmUp();

    /// @return whether there are values
    boolean ready();

    /// @return how many numbers [#values] writes
    int outputCount();

    /// Writes every output.
    void values(double[] into);

    /// An indicator, what it reads that its owner keeps, how a candle reaches it, and its outputs.
    static Subject of(
            Indicator indicator,
            List<? extends Stateful> read,
            Consumer<Candle> update,
            DoubleSupplier... outputs) {
        return new Adapted(indicator, read, update, List.of(outputs));
    }

    /// An indicator with an owner's memory around it.
    record Adapted(
            Indicator indicator,
            List<? extends Stateful> read,
            Consumer<Candle> owner,
            List<DoubleSupplier> outputs)
            implements Subject {

        @Override
        public void update(Candle candle) {
            owner.accept(candle);
        }

        @Override
        public int warmUp() {
            return indicator.warmUp();
        }

        @Override
        public boolean ready() {
            return indicator.ready();
        }

        @Override
        public int outputCount() {
            return outputs.size();
        }

        @Override
        public void values(double[] into) {
            for (int i = 0; i < into.length; i++) {
                into[i] = outputs.get(i).getAsDouble();
            }
        }

        @Override
        public void save(StateOutput out) {
            read.forEach(part -> part.save(out));
            indicator.save(out);
        }

        @Override
        public void restore(StateInput in) {
            read.forEach(part -> part.restore(in));
            indicator.restore(in);
        }
    }
}
