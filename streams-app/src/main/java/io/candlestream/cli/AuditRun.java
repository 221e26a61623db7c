package io.candlestream.cli;

import io.candlestream.audit.Audit;
import io.candlestream.audit.Finding;
import io.candlestream.backtest.WalkForwardConfig;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.feature.ExpressionException;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.settings.ConfiguredLearners;
import io.candlestream.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// `backtest --audit`: tries whether a walk forward sees what is to come, an instrument after the
/// other.
///
/// @param settings in effect
/// @param fileOptions how candle files are to be opened
/// @param console where each finding is printed as it is made
record AuditRun(Settings settings, CandleFileOptions fileOptions, Console console) {

    /// @return whether every check passed
    /// @throws UsageException when features read signals, or cannot be of one of the intervals
    boolean of(SequencedMap<Series, List<CandleFile>> bySeries) {
        ConfiguredLearners learners = WalkForwardRun.learners(settings);
        WalkForwardConfig config = WalkForwardRun.config(settings);
        boolean isPassed = true;
        for (Map.Entry<Series, List<CandleFile>> entry : bySeries.entrySet()) {
            Series series = entry.getKey();
            List<Candle> candles = candles(entry.getValue());
            try {
                for (Finding finding :
                        Audit.of(series, learners.apply(series), config, candles).run()) {
                    isPassed &= finding.isPassed();
                    tell(series, finding);
                }
            } catch (ExpressionException e) {
                throw new UsageException("learner.features: " + e.getMessage());
            }
            console.out().flush();
        }
        return isPassed;
    }

    private void tell(Series series, Finding finding) {
        console.out()
                .printf(
                        "%s  %s  %s: %s%n",
                        finding.isPassed() ? "PASS" : "FAIL",
                        series,
                        finding.check(),
                        finding.measured());
    }

    private List<Candle> candles(List<CandleFile> files) {
        List<Candle> candles = new ArrayList<>();
        try (CandleSource source = fileOptions.open(files, console)) {
            for (Candle candle = source.next(); candle != null; candle = source.next()) {
                candles.add(candle);
            }
        }
        return candles;
    }
}
