package io.candlestream.training;

import io.candlestream.epoch.EpochLoss;
import io.candlestream.table.CsvOutput;
import java.nio.file.Path;
import java.util.List;

/// The loss curves: `series,model,epoch,train_loss,validation_loss`, a row an epoch.
final class CurvesCsv {

    private CurvesCsv() {}

    /// Writes the file.
    ///
    /// @throws io.candlestream.table.TableException when it cannot be written
    static void write(Path file, List<TrainedSeries> all) {
        try (CsvOutput out = new CsvOutput(file)) {
            out.text("series").text("model").text("epoch");
            out.text("train_loss").text("validation_loss").endRow();
            for (TrainedSeries series : all) {
                for (TrainedModel model : series.models()) {
                    for (EpochLoss loss : model.trained().curve()) {
                        out.text(series.series().toString())
                                .text(model.score().name())
                                .whole(loss.epoch())
                                .number(loss.trainLoss())
                                .number(loss.validationLoss())
                                .endRow();
                    }
                }
            }
            out.finish();
        }
    }
}
