package io.candlestream.backtest;

import io.candlestream.account.AccountConfig;
import io.candlestream.account.PositionRule;
import io.candlestream.evaluation.WalkForwardPlan;

/// How a walk forward is made.
///
/// @param plan how history is divided into folds
/// @param isOnline whether models go on learning inside the test window, from the labels of its own
///   predictions as they mature; otherwise they are frozen there
/// @param positions when a prediction becomes a position
/// @param account how positions are traded
/// @param seed by which resamples and random traders are drawn
public record WalkForwardConfig(
        WalkForwardPlan plan,
        boolean isOnline,
        PositionRule positions,
        AccountConfig account,
        long seed) {}
