package io.candlestream.learner;

import java.util.List;

/// How a forecaster has done so far.
///
/// @param name id of the model, or name of the baseline
/// @param role what it is there for
/// @param measures its figures, in a fixed order
/// @param confusion how often each class was predicted when each came true, rows by the class that
///   came true; empty of a baseline, and where the label is a number
/// @param reliability how far confidence was warranted; empty likewise
/// @param differences a model beside every baseline, and a challenger beside the champion; none of
///   a baseline
public record Score(
        String name,
        Role role,
        List<Measure> measures,
        List<List<Long>> confusion,
        List<Bin> reliability,
        List<Difference> differences) {

    /// Predictions of about the same confidence, over all time.
    ///
    /// @param outcomes how many there were
    /// @param confidence the mean probability given to the class predicted
    /// @param accuracy the share of them that came true
    public record Bin(long outcomes, double confidence, double accuracy) {}

    /// @return the figure of that name
    /// @throws IllegalArgumentException when there is none
    public Measure measure(String name) {
        return measures.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "measure must be one of "
                                        + measures.stream().map(Measure::name).toList()
                                        + ", was "
                                        + name));
    }
}
