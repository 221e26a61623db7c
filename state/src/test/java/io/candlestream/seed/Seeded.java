package io.candlestream.seed;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// A property that must hold for every seed: `@Seeded(runs = 200) void rollingEqualsBatch(long
/// seed)`.
///
/// The seeds are 1 to `runs`, so every run of the build tries the same ones; `-Dseed=17` replays
/// one alone.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@ArgumentsSource(Seeded.Seeds.class)
public @interface Seeded {

    /// How many seeds are tried.
    int runs();

    /// The seeds 1 to `runs`, or the one that `-Dseed` names.
    final class Seeds implements ArgumentsProvider, AnnotationConsumer<Seeded> {

        private int runs;

        /// A source that learns its number of runs from the annotation.
        public Seeds() {}

        @Override
        public void accept(Seeded annotation) {
            runs = annotation.runs();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            Long replayed = Long.getLong("seed");
            LongStream seeds =
                    replayed == null ? LongStream.rangeClosed(1, runs) : LongStream.of(replayed);
            return seeds.mapToObj(Arguments::of);
        }
    }
}
