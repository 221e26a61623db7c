package io.candlestream.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.feature.Scaling;
import io.candlestream.learner.LearnerConfig;
import io.candlestream.learner.NamedModel;
import io.candlestream.model.ModelConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredLearnersTest {

    private static final Series BITCOIN =
            new Series(Instrument.parse("bitstamp:BTCUSD"), Interval.ONE_MINUTE);
    private static final Series APPLE =
            new Series(Instrument.parse("nasdaq:AAPL"), Interval.ONE_DAY);

    @Test
    void theDefaultIsTheStandardModel() {
        assertThat(learners().apply(BITCOIN).models())
                .containsExactly(NamedModel.of(ModelConfig.standard()));
    }

    @Test
    void theCalendarIsTheInstruments() {
        assertThat(learners().apply(BITCOIN).calendar()).isEqualTo(Calendar.ALWAYS_OPEN);
        assertThat(learners().apply(APPLE).calendar()).isEqualTo(Calendar.SESSIONS);
    }

    @Test
    void severalModelsLearnSideBySideUnderTheirNames() {
        assertThat(
                        learners("learner.models=smile, fast=sgd(optimizer=0.1)")
                                .apply(BITCOIN)
                                .models())
                .extracting(NamedModel::id, model -> model.config().id())
                .containsExactly(tuple("smile", "smile"), tuple("fast", "sgd"));
    }

    @Test
    void theLabelCanBeANumber() {
        LearnerConfig config =
                learners("learner.label=forward_return(24)", "learner.models=rls").apply(BITCOIN);

        assertThat(config.label().isNumber()).isTrue();
        assertThat(config.label().horizon()).isEqualTo(24);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    learner.models=sofmax                  | learner.models: column 1: a model must be one of
                    learner.models=softmax, sgd(los=log)   | learner.models: column 14: sgd takes no such argument
                    learner.models=Big=softmax             | learner.models: column 1: a model's name must be
                    learner.models=sgd, sgd(optimizer=1)   | learner: models must have different names
                    learner.models=rls                     | learner: model must be one of classes, was rls
                    learner.label=forward_return(12)       | learner: model must be one of numbers, was softmax
                    learner.label=direction(0)             | learner.label: column 1: direction: horizon must be from 1
                    learner.label=up                       | learner.label: column 1: a label must be one of
                    """)
    void whatCannotBeLearnedIsRefusedAtTheStart(String override, String message) {
        assertThatThrownBy(() -> learners(override))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void everyScalingCanBeChosenAndCutAtTheFeatureClipUnlessItNamesAnother() {
        assertThat(scaling("learner.feature-clip=4")).isEqualTo(Scaling.standard(4));
        assertThat(scaling("learner.scaling=minmax(300)").expression()).isEqualTo("minmax(300)");
        assertThat(scaling("learner.scaling=robust", "learner.feature-clip=4").expression())
                .isEqualTo("robust(500,4)");
        assertThat(scaling("learner.scaling=robust(clip=3)").expression())
                .isEqualTo("robust(500,3)");
        assertThatThrownBy(() -> learners("learner.scaling=rank(1)"))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "learner.scaling: column 6: rank takes a period from 2 to 10000, was 1");
    }

    private static Scaling scaling(String... overrides) {
        return learners(overrides).apply(BITCOIN).scaling();
    }

    private static ConfiguredLearners learners(String... overrides) {
        return new ConfiguredLearners(Settings.load(null, List.of(overrides)));
    }
}
