package io.candlestream.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.candlestream.candle.Calendar;
import io.candlestream.candle.Instrument;
import io.candlestream.candle.Interval;
import io.candlestream.candle.Series;
import io.candlestream.feature.Scaling;
import io.candlestream.model.ModelConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredLearnersTest {

    private static final Series BITCOIN =
            new Series(Instrument.parse("bitstamp:BTCUSD"), Interval.ONE_MINUTE);
    private static final Series APPLE =
            new Series(Instrument.parse("nasdaq:AAPL"), Interval.ONE_DAY);

    @Test
    void theDefaultIsTheStandardModel() {
        assertThat(learners().apply(BITCOIN).model()).isEqualTo(ModelConfig.standard());
    }

    @Test
    void theCalendarIsTheInstruments() {
        assertThat(learners().apply(BITCOIN).calendar()).isEqualTo(Calendar.ALWAYS_OPEN);
        assertThat(learners().apply(APPLE).calendar()).isEqualTo(Calendar.SESSIONS);
    }

    @Test
    void everyModelCanBeChosen() {
        assertThat(learners("learner.model=smile").apply(BITCOIN).model())
                .isInstanceOf(ModelConfig.Smile.class);
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

    @Test
    void valuesThatDoNotGoTogetherAreRefusedAtTheStart() {
        assertThatThrownBy(() -> learners("learner.learning-rate=10", "learner.l2=10"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("learner: ");
    }

    private static ConfiguredLearners learners(String... overrides) {
        return new ConfiguredLearners(Settings.load(null, List.of(overrides)));
    }
}
