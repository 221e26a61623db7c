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
                                    Extremes.definitions(),
                                    Ranges.definitions(),
                                    Bands.definitions(),
                                    Volatilities.definitions(),
                                    Statistics.definitions(),
                                    Relations.definitions(),
                                    Volumes.definitions(),
                                    Forces.definitions(),
                                    Turnovers.definitions(),
                                    Patterns.definitions(),
                                    MovingAverages.definitions(),
                                    AdaptiveAverages.definitions(),
                                    RatesOfChange.definitions(),
                                    AverageDistances.definitions(),
                                    Oscillators.definitions(),
                                    RangePositions.definitions(),
                                    DirectionalMovement.definitions(),
                                    CandleShapes.definitions(),
                                    PriceRanges.definitions(),
                                    TrendLines.definitions(),
                                    Pivots.definitions(),
                                    MarketStructure.definitions(),
                                    Fractals.definitions(),
                                    Times.definitions())
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
