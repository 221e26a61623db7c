package io.candlestream.model;

/// A model that learns at the rate of a schedule, which can be raised for a while.
public interface RatedModel extends OnlineModel {

    /// Learns the next examples at another rate. Who raises it remembers that: the factor is no
    /// part of the model's state.
    ///
    /// @param factor times the rate of the schedule, from 1 to 1000; 1 for that rate itself
    void scaleRate(double factor);
}
