package io.candlestream.learner;

import io.candlestream.codec.StateInput;
import io.candlestream.codec.StateOutput;
import io.candlestream.codec.Stateful;

/// Lets what has learned begin anew, in place.
final class Fresh {

    private Fresh() {}

    /// Puts the state of the one into the other, which must be of the same configuration.
    static void put(Stateful fresh, Stateful worn) {
        StateOutput out = new StateOutput();
        fresh.save(out);
        worn.restore(new StateInput(out.toByteArray()));
    }
}
