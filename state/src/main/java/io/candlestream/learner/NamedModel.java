package io.candlestream.learner;

import io.candlestream.model.ModelConfig;
import java.util.regex.Pattern;

/// One of a learner's models.
///
/// @param id what it is called in every message: 1 to 64 of a-z, 0-9 and _, starting with a letter
/// @param config what it is
public record NamedModel(String id, ModelConfig config) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    /// Checks the name.
    ///
    /// @throws IllegalArgumentException when it is no name
    public NamedModel {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a model's name must be 1 to 64 of a-z, 0-9 and _, starting with a letter, was "
                            + id);
        }
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
