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
                                    12,
                                    10,
                                    "softmax",
                                    0.05,
                                    0.5,
                                    1e-4,
                                    1,
                                    "standard",
                                    10,
                                    1000,
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
                    file("learner:\n  horizon: 24\n  l2: 1e-3\ntopics:\nstreams: {threads: 2}\n");

            Settings settings = Settings.load(file, List.of());

            assertThat(settings.learner().horizon()).isEqualTo(24);
            assertThat(settings.learner().l2()).isEqualTo(1e-3);
            assertThat(settings.learner().model()).isEqualTo("softmax");
            assertThat(settings.streams().threads()).isEqualTo(2);
        }

        @Test
        void mayBeEmpty() throws IOException {
            assertThat(Settings.load(file("# nothing yet\n"), List.of()))
                    .isEqualTo(Settings.load(null, List.of()));
        }

        @Test
        void giveWayToOverrides() throws IOException {
            Path file = file("learner: {horizon: 24}");

            Settings settings =
                    Settings.load(file, List.of("learner.horizon=36", "learner.horizon = 48"));

            assertThat(settings.learner().horizon()).isEqualTo(48);
        }

        @Test
        void nameTheFileAndLineOfABrokenOne() throws IOException {
            Path file = file("learner:\n  horizon: [\n");

            assertThatThrownBy(() -> Settings.load(file, List.of()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith(file + " line 3: ");
        }

        @Test
        void refuseAKeyGivenTwice() throws IOException {
            Path file = file("learner:\n  horizon: 1\n  horizon: 2\n");

            assertThatThrownBy(() -> Settings.load(file, List.of()))
                    .hasMessageContaining("Duplicate field 'horizon'");
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
            Path file = file("learner:\n  treshold-bps: 5\n");

            assertThatThrownBy(() -> Settings.load(file, List.of()))
                    .hasMessage(
                            file
                                    + ": there is no key learner.treshold-bps; did you mean"
                                    + " learner.threshold-bps?");
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
                        learner.horizn=1         | there is no key learner.horizn; did you mean learner.horizon?
                        zzz=1                    | there is no key zzz
                        learner.horizon.x=1      | there is no key learner.horizon.x; did you mean learner.horizon?
                        learner.horizon          | a setting must be key=value, as in learner.horizon=12, was "learner.horizon"
                        learner=1                | learner must be a section with keys of its own, was "1"
                        learner.horizon=1.5      | learner.horizon must be a whole number, was "1.5"
                        learner.horizon=         | learner.horizon must be a whole number, was ""
                        learner.threshold-bps=x  | learner.threshold-bps must be a number, was "x"
                        learner.model=sofmax     | learner.model must be softmax or smile, was "sofmax"; did you mean softmax?
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
                    "learner.horizon=0",
                    "learner.threshold-bps=-1",
                    "learner.threshold-bps=NaN",
                    "learner.learning-rate=0",
                    "learner.learning-rate-power=1.1",
                    "learner.l2=-1",
                    "learner.gradient-clip=0",
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
