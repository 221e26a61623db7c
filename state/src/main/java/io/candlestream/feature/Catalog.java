package io.candlestream.feature;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every name of the grammar, once.
public final class Catalog {

    private static final Catalog STANDARD =
            new Catalog(
                    Stream.of(
                                    Quotations.definitions(),
                                    Prices.definitions(),
                                    PriceRanges.definitions(),
                                    CandleShapes.definitions(),
                                    Patterns.definitions(),
                                    MovingAverages.definitions(),
                                    AdaptiveAverages.definitions(),
                                    TrendLines.definitions(),
                                    DirectionalMovement.definitions(),
                                    RatesOfChange.definitions(),
                                    AverageDistances.definitions(),
                                    Oscillators.definitions(),
                                    RangePositions.definitions(),
                                    Ranges.definitions(),
                                    Extremes.definitions(),
                                    Bands.definitions(),
                                    Volatilities.definitions(),
                                    Volumes.definitions(),
                                    Forces.definitions(),
                                    Turnovers.definitions(),
                                    Statistics.definitions(),
                                    Relations.definitions(),
                                    Fractals.definitions(),
                                    Pivots.definitions(),
                                    MarketStructure.definitions(),
                                    Times.definitions(),
                                    Signals.definitions())
                            .flatMap(List::stream)
                            .toList());

    private final Map<String, Definition> definitions;

    Catalog(List<Definition> all) {
        SequencedMap<String, Definition> byName = new LinkedHashMap<>();
        for (Definition definition : all) {
            if (byName.put(definition.name(), definition) != null) {
                throw new IllegalArgumentException(
                        "a name must be defined once, was twice: " + definition.name());
            }
        }
        definitions = Collections.unmodifiableMap(byName);
    }

    /// The names that come with candlestream.
    public static Catalog standard() {
        return STANDARD;
    }

    /// @return what the name means, or null when nobody defined it
    public @Nullable Definition find(String name) {
        return definitions.get(name);
    }

    /// @return all definitions, by category and then as they were defined
    public List<Definition> all() {
        return definitions.values().stream()
                .sorted(Comparator.comparing(Definition::category))
                .toList();
    }
}
