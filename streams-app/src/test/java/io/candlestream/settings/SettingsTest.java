package io.candlestream.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir private Path folder;

    @Nested
    class ByDefault {

        private final Settings settings = Settings.load(null, List.of());

        @Test
        void runTheEmbeddedBrokerUnderTheHomeDirectory() {
            Path home = Path.of(System.getProperty("user.home"));

            assertThat(settings.bootstrapServers()).isNull();
            assertThat(settings.dataDir()).isEqualTo(home.resolve(".candlestream"));
            assertThat(settings.brokerDirectory()).isEqualTo(home.resolve(".candlestream/broker"));
            assertThat(settings.stateDirectory()).isEqualTo(home.resolve(".candlestream/state"));
        }

        @Test
        void areComplete() {
            assertThat(settings.applicationId()).isEqualTo("candlestream");
            assertThat(settings.topics()).isEqualTo(new TopicSettings("", 4, 1));
            assertThat(settings.streams().threads()).isEqualTo(1);
            assertThat(settings.streams().commitIntervalMs()).isEqualTo(100);
            assertThat(settings.learner())
                    .isEqualTo(
                            new LearnerSettings(
                                    "standard",
                                    "direction(horizon=12,threshold_bps=10)",
                                    "softmax",
                                    "none",
                                    "none",
                                    "none",
                                    "alert",
                                    "fixed",
                                    3,
                                    "standard",
                                    10,
                                    1000,
                                    0,
                                    100,
                                    1000));
        }

        @Test
        void areReadBackFromWhatTheyPrint() throws IOException {
            assertThat(Settings.load(file(settings.toYaml()), List.of())).isEqualTo(settings);
        }
    }

    @Nested
    class FromAFile {

        @Test
        void changeOnlyWhatItNames() throws IOException {
            Path file =
                    file(
                            "learner:\n  metrics-every: 24\n  half-life: 1e3\ntopics:\nstreams:"
                                    + " {threads: 2}\n");

            Settings settings = Settings.load(file, List.of());

            assertThat(settings.learner().metricsEvery()).isEqualTo(24);
            assertThat(settings.learner().halfLife()).isEqualTo(1e3);
            assertThat(settings.learner().models()).isEqualTo("softmax");
            assertThat(settings.streams().threads()).isEqualTo(2);
        }

        @Test
        void mayBeEmpty() throws IOException {
            assertThat(Settings.load(file("# nothing yet\n"), List.of()))
                    .isEqualTo(Settings.load(null, List.of()));
        }

        @Test
        void giveWayToOverrides() throws IOException {
            Path file = file("learner: {metrics-every: 24}");

            Settings settings =
                    Settings.load(
                            file,
                            List.of("learner.metrics-every=36", "learner.metrics-every = 48"));

            assertThat(settings.learner().metricsEvery()).isEqualTo(48);
        }

        @Test
        void nameTheFileAndLineOfABrokenOne() throws IOException {
            Path file = file("learner:\n  metrics-every: [\n");

            assertThatThrownBy(() -> Settings.load(file, List.of()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith(file + " line 3: ");
        }

        @Test
        void refuseAKeyGivenTwice() throws IOException {
            Path file = file("learner:\n  metrics-every: 1\n  metrics-every: 2\n");

            assertThatThrownBy(() -> Settings.load(file, List.of()))
                    .hasMessageContaining("Duplicate field 'metrics-every'");
        }

        @Test
        void refuseAFileThatIsNotThere() {
            Path file = folder.resolve("missing.yaml");

            assertThatThrownBy(() -> Settings.load(file, List.of()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage(file + ": there is no such file");
        }

        @Test
        void refuseATypoWithTheNearestKey() throws IOException {
            Path file = file("learner:\n  half-lif: 5\n");

            assertThatThrownBy(() -> Settings.load(file, List.of()))
                    .hasMessage(
                            file
                                    + ": there is no key learner.half-lif; did you mean"
                                    + " learner.half-life?");
        }

        @Test
        void refuseAListWhereASectionBelongs() throws IOException {
            Path file = file("learner: [1, 2]");

            assertThatThrownBy(() -> Settings.load(file, List.of()))
                    .hasMessage(
                            file + ": learner must be a section with keys of its own, was [1,2]");
        }
    }

    @Nested
    class Overrides {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        learner.metrics-evry=1         | there is no key learner.metrics-evry; did you mean learner.metrics-every?
                        zzz=1                    | there is no key zzz
                        learner.metrics-every.x=1      | there is no key learner.metrics-every.x; did you mean learner.metrics-every?
                        learner.metrics-every          | a setting must be key=value, as in learner.horizon=12, was "learner.metrics-every"
                        learner=1                | learner must be a section with keys of its own, was "1"
                        learner.metrics-every=1.5      | learner.metrics-every must be a whole number, was "1.5"
                        learner.metrics-every=         | learner.metrics-every must be a whole number, was ""
                        learner.half-life=x  | learner.half-life must be a number, was "x"
                        bootstrap-servers=host   | bootstrap-servers must be host:port, or several with commas between, was "host"
                        application-id=a b       | application-id must be 1 to 100 letters, digits, dots, hyphens or underscores, was "a b"
                        backtest.fee-bps=-1      | backtest.fee-bps must be from 0.0 to 5000.0, was -1.0
                        backtest.sides=short     | backtest.sides must be long or long_short, was "short"
                        backtest.fill=next_opn   | backtest.fill must be next_open or same_close, was "next_opn"; did you mean next_open?
                        calendars.a:*=never      | calendars.a:* must be always_open or weekdays or sessions, was "never"
                        """)
        void areRefusedWithTheReason(String override, String message) {
            assertThatThrownBy(() -> Settings.load(null, List.of(override)))
                    .isInstanceOf(SettingsException.class)
                    .hasMessage(message);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "topics.partitions=0",
                    "topics.replication-factor=0",
                    "streams.threads=0",
                    "streams.commit-interval-ms=0",
                    "streams.live-series=0",
                    "streams.standby-replicas=-1",
                    "learner.metrics-every=0",
                    "learner.half-life=-1",
                    "learner.half-life=NaN",
                    "learner.feature-clip=0",
                    "learner.half-life=Infinity",
                    "learner.metrics-every=0",
                    "learner.snapshot-every=0"
                })
        void areRefusedOutOfRangeWithTheKey(String override) {
            String key = override.substring(0, override.indexOf('='));

            assertThatThrownBy(() -> Settings.load(null, List.of(override)))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith(key + " must be from ");
        }

        @Test
        void reachRawStreamsPropertiesWhoseNamesHaveDots() {
            Settings settings =
                    Settings.load(null, List.of("streams.properties.num.stream.threads=3"));

            assertThat(settings.streams().properties()).containsEntry("num.stream.threads", "3");
        }

        @Test
        void takeATextAsItIs() {
            Settings settings =
                    Settings.load(null, List.of("data-dir=a:b=c", "bootstrap-servers=one:1,two:2"));

            assertThat(settings.dataDir()).isEqualTo(Path.of("a:b=c"));
            assertThat(settings.bootstrapServers()).isEqualTo("one:1,two:2");
        }
    }

    @Nested
    class Calendars {

        @Test
        void areSessionsOnNasdaqAndAlwaysOpenElsewhere() {
            CalendarSettings calendars = Settings.load(null, List.of()).calendars();

            assertThat(calendars.of("nasdaq:AAPL")).isEqualTo("sessions");
            assertThat(calendars.of("binance:BTCUSDT")).isEqualTo("always_open");
        }

        @Test
        void areTriedInTheOrderOfTheFileAndBeforeTheDefaults() throws IOException {
            Path file =
                    file(
                            """
                            calendars:
                              "forex:X*": always_open
                              "forex:*": weekdays
                              "*:AAPL": weekdays
                            """);

            CalendarSettings calendars = Settings.load(file, List.of()).calendars();

            assertThat(calendars.byPattern().keySet())
                    .containsExactly("forex:X*", "forex:*", "*:AAPL", "nasdaq:*");
            assertThat(calendars.of("forex:XAUUSD")).isEqualTo("always_open");
            assertThat(calendars.of("forex:EURUSD")).isEqualTo("weekdays");
            assertThat(calendars.of("nasdaq:AAPL")).isEqualTo("weekdays");
            assertThat(calendars.of("nasdaq:MSFT")).isEqualTo("sessions");
        }

        @Test
        void takeEverythingButTheStarLiterally() {
            Settings settings = Settings.load(null, List.of("calendars.a:B.C=weekdays"));

            assertThat(settings.calendars().of("a:B.C")).isEqualTo("weekdays");
            assertThat(settings.calendars().of("a:BxC")).isEqualTo("always_open");
        }

        @Test
        void areReadBackFromWhatTheyPrint() throws IOException {
            Settings settings = Settings.load(null, List.of("calendars.*=weekdays"));

            assertThat(Settings.load(file(settings.toYaml()), List.of())).isEqualTo(settings);
        }
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("candlestream.yaml"), yaml);
    }
}
