package io.candlestream.learner;

import java.util.List;

/// How a forecaster has done so far.
///
/// @param name id of the model, or name of the baseline
/// @param role what it is there for
/// @param measures its figures, in a fixed order
/// @param recent its figures over the last outcomes; empty where none are kept
/// @param confusion how often each class was predicted when each came true, rows by the class that
///   came true; empty of a baseline, and where the label is a number
/// @param reliability how far confidence was warranted; empty likewise
/// @param differences a model beside every baseline, and a challenger beside the champion; none of
///   a baseline
public record Score(
        String name,
        Role role,
        List<Measure> measures,
        List<Recent> recent,
        List<List<Long>> confusion,
        List<Bin> reliability,
        List<Difference> differences) {

    /// One figure over the last outcomes, in the order of which some of them consist.
    ///
    /// @param name as that of a [Measure], and besides `auc.` with the name of a class, or
    ///   `spearman`
    /// @param value over as many outcomes as [Scoring#window], or all while there are fewer
    public record Recent(String name, double value) {}

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
