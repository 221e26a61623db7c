package io.candlestream.model;

/// Gaussian naive Bayes, [NaiveBayes].
///
/// @param prior how many examples of mean 0 and variance 1 a class begins with, from 0.001 to 1e6
public record NaiveBayesConfig(double prior) implements ModelConfig {

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException when the prior is out of it
    public NaiveBayesConfig {
        if (!(prior >= 1e-3 && prior <= 1e6)) {
            throw new IllegalArgumentException("prior must be from 0.001 to 1.0E6, was " + prior);
        }
    }

    @Override
    public String id() {
        return "naive_bayes";
    }

    @Override
    public String expression() {
        return "naive_bayes(prior=" + prior + ')';
    }

    @Override
    public NaiveBayes create(int featureCount, int classCount) {
        return new NaiveBayes(this, featureCount, classCount);
    }
}
