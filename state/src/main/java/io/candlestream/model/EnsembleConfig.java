package io.candlestream.model;

import java.util.List;
import java.util.stream.Collectors;

/// Several classifiers with learned weights, [Ensemble].
///
/// @param members from 2 to 8 models of classes, none of them an ensemble
/// @param mixing how the weights follow what the members lost
public record EnsembleConfig(List<ModelConfig> members, Mixing mixing) implements ModelConfig {

    private static final int MOST = 8;

    /// Keeps its own copy of the list, and checks it.
    ///
    /// @throws IllegalArgumentException when there are too few or too many, or one is an ensemble
    public EnsembleConfig {
        members = List.copyOf(members);
        if (members.size() < 2 || members.size() > MOST) {
            throw new IllegalArgumentException(
                    "members must be from 2 to %d, were %d".formatted(MOST, members.size()));
        }
        for (ModelConfig member : members) {
            if (member instanceof EnsembleConfig) {
                throw new IllegalArgumentException(
                        "a member must be no ensemble, was " + member.expression());
            }
        }
    }

    @Override
    public String id() {
        return mixing.id();
    }

    @Override
    public String expression() {
        return members.stream()
                .map(ModelConfig::expression)
                .collect(Collectors.joining(",", id() + '(', "," + mixing.parameters() + ')'));
    }

    /// @throws IllegalArgumentException when a count is out of range, or a member is no model of
    ///   such classes
    @Override
    public Ensemble create(int featureCount, int classCount) {
        return new Ensemble(this, featureCount, classCount);
    }
}
