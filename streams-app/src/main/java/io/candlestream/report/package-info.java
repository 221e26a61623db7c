/// The page that a backtest leaves behind, and what is remembered of a run to draw it.
///
/// ```
/// closes, trades, outcomes -> AccountHistory, ForecastHistory -> JSON
///                                     JSON + report.json + manifest.json -> ReportPage -> report.html
/// ```
///
/// What is remembered is bounded, however long the history. Read [ReportPage], [Line] first. This
/// package must not import a backtest: it draws what the report says and computes no figure of it.
@NullMarked
package io.candlestream.report;

import org.jspecify.annotations.NullMarked;
