package io.candlestream.learner;

import io.candlestream.model.ModelConfig;

/// One of a learner's models.
///
/// @param id what it is called in every message: 1 to 64 of a-z, 0-9 and _, starting with a letter
/// @param config what it is
public record NamedModel(String id, ModelConfig config) {

    private static final int LONGEST_ID = 64;

    /// Checks the name.
    ///
    /// @throws IllegalArgumentException when it is no name
    public NamedModel {
        boolean valid =
                !id.isEmpty()
                        && id.length() <= LONGEST_ID
                        && isLetter(id.charAt(0))
                        && id.chars()
                                .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '_');
        if (!valid) {
            throw new IllegalArgumentException(
                    "a model's name must be 1 to 64 of a-z, 0-9 and _, starting with a letter, was "
                            + id);
        }
    }

    private static boolean isLetter(int character) {
        return character >= 'a' && character <= 'z';
    }

    /// A model that is called after its kind.
    public static NamedModel of(ModelConfig config) {
        return new NamedModel(config.id(), config);
    }

    /// @return the canonical text, as in `fast=sgd(loss=log)`
    @Override
    public String toString() {
        return id + '=' + config.expression();
    }
}
