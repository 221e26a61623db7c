package io.candlestream.registry;

import io.candlestream.feature.Scaler;
import io.candlestream.model.OnlineModel;

/// A model that goes on where its snapshot was taken, with the scaler that belongs in front of it.
///
/// @param scaler takes vectors of the features the snapshot names, in their order
/// @param model takes scaled vectors
public record LiveModel(Scaler scaler, OnlineModel model) {}
