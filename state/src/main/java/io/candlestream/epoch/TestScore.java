package io.candlestream.epoch;

import io.candlestream.learner.Difference;
import java.util.List;

/// How a forecaster did on the test part.
///
/// @param name id of the model, or name of the baseline
/// @param isBaseline whether it is a yardstick
/// @param measures its figures, in a fixed order
/// @param differences of a model to every baseline; none of a baseline
public record TestScore(
        String name, boolean isBaseline, List<Figure> measures, List<Difference> differences) {

    /// A measure over the test part.
    ///
    /// @param name as in `log_loss`
    /// @param value in the measure's unit
    public record Figure(String name, double value) {}

    /// Copies the lists.
    public TestScore {
        measures = List.copyOf(measures);
        differences = List.copyOf(differences);
    }

    /// @return the figure of that name
    /// @throws IllegalArgumentException when there is none
    public double measure(String name) {
        return measures.stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "measure must be one of "
                                        + measures.stream().map(Figure::name).toList()
                                        + ", was "
                                        + name))
                .value();
    }
}
