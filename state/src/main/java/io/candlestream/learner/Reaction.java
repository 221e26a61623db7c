package io.candlestream.learner;

/// What is done about a model whose losses have grown, besides saying so.
public sealed interface Reaction {

    /// @return the canonical text in the grammar of expressions
    String expression();

    /// Nothing.
    record Alert() implements Reaction {

        @Override
        public String expression() {
            return "alert";
        }
    }

    /// The model begins anew.
    record ResetModel() implements Reaction {

        @Override
        public String expression() {
            return "reset_model";
        }
    }

    /// The scaler begins anew, for all models of the series.
    record ResetScaler() implements Reaction {

        @Override
        public String expression() {
            return "reset_scaler";
        }
    }

    /// The model learns at a higher rate for a while; one without a learning rate goes on as it
    /// was.
    ///
    /// @param factor times the rate of the schedule, from 1 to 1000
    /// @param examples for how many, at least 1
    record Faster(double factor, int examples) implements Reaction {

        /// Checks the ranges.
        ///
        /// @throws IllegalArgumentException when a number is out of range
        public Faster {
            if (!(factor >= 1 && factor <= 1_000) || examples < 1) {
                throw new IllegalArgumentException(
                        "factor must be from 1 to 1000 and examples at least 1, were %s and %d"
                                .formatted(factor, examples));
            }
        }

        @Override
        public String expression() {
            return "faster(" + factor + ',' + examples + ')';
        }
    }

    /// Where it is the champion, the challenger of the least recent loss takes its place at once,
    /// if that loss is less.
    record Promote() implements Reaction {

        @Override
        public String expression() {
            return "promote";
        }
    }
}
