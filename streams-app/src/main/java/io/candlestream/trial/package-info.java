/// How often the same history was asked: every configuration that walked forward over it is a
/// trial, and the best of many looks good by luck.
///
/// ```
/// run that ended -> Trial -> TrialRegistry, runs.jsonl -> Trials -> deflated Sharpe ratio
/// ```
///
/// Read [TrialRegistry] first. This package must not import a backtest.
@NullMarked
package io.candlestream.trial;

import org.jspecify.annotations.NullMarked;
