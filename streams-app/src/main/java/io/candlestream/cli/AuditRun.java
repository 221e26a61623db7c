package io.candlestream.cli;

import io.candlestream.audit.Audit;
import io.candlestream.audit.Finding;
import io.candlestream.backtest.WalkForwardConfig;
import io.candlestream.candle.Candle;
import io.candlestream.candle.Series;
import io.candlestream.history.CandleFile;
import io.candlestream.history.CandleSource;
import io.candlestream.settings.ConfiguredLearners;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// `backtest --audit`: tries whether a walk forward sees what is to come, an instrument after the
/// other.
///
/// @param learners of the settings
/// @param config of the walk
/// @param console where each finding is printed as it is made
record AuditRun(ConfiguredLearners learners, WalkForwardConfig config, Console console) {

    /// @return whether every check passed
    boolean of(SequencedMap<Series, List<CandleFile>> bySeries) {
        boolean isPassed = true;
        for (Map.Entry<Series, List<CandleFile>> entry : bySeries.entrySet()) {
            Series series = entry.getKey();
            List<Candle> candles = candles(entry.getValue());
            for (Finding finding :
                    Audit.of(series, learners.apply(series), config, candles).run()) {
                isPassed &= finding.isPassed();
                console.out()
                        .printf(
                                "%s  %s  %s: %s%n",
                                finding.isPassed() ? "PASS" : "FAIL",
                                series,
                                finding.check(),
                                finding.measured());
            }
            console.out().flush();
        }
        return isPassed;
    }

    private List<Candle> candles(List<CandleFile> files) {
        List<Candle> candles = new ArrayList<>();
        try (CandleSource source = CandleFileOptions.openAll(files, console)) {
            for (Candle candle = source.next(); candle != null; candle = source.next()) {
                candles.add(candle);
            }
        }
        return candles;
    }
}
