/// Whether a walk forward could have known what it could not know, shown by trying.
///
/// ```
/// candles ---------------------> Subject -> Replay   as it is, with one thread and with two
/// candles, the future changed -> Subject -> Replay   the past must be the same, to the bit
/// candles, moves drawn anew ---> Subject -> Replay   nothing to learn: chance
/// candles, future planted -----> Subject -> Replay   all there is to learn: must be found
///                                             '-> Finding, one a check
/// ```
///
/// Read [io.candlestream.audit.Audit] first. An audit knows the plan and the label's horizon, and
/// takes nothing else of the engine for granted.
@NullMarked
package io.candlestream.audit;

import org.jspecify.annotations.NullMarked;
