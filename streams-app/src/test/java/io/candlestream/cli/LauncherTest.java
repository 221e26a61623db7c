package io.candlestream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `candlestream`, in a clone of nothing but a pom, with a `java` and an `mvn` that only
/// say how they were called, and a PATH without any other.
class LauncherTest {

    private static final List<String> TOOLS =
            List.of(
                    "basename",
                    "cat",
                    "cksum",
                    "cut",
                    "dirname",
                    "find",
                    "head",
                    "mkdir",
                    "mv",
                    "readlink",
                    "rm",
                    "sed",
                    "sleep",
                    "tail",
                    "touch");

    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @TempDir private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Path home;
    private Path tools;
    private Path jar;

    @BeforeEach
    void cloneAndPath() throws IOException {
        assumeTrue(tool("bash").isPresent(), "the launcher needs bash, and there is none");
        home = Files.createDirectories(folder.resolve("a clone"));
        Files.copy(
                Path.of(System.getProperty("candlestream.root"), "candlestream"),
                home.resolve("candlestream"));
        assertThat(home.resolve("candlestream").toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("pom.xml"), "<project>\n<version>1.2.3</version>\n");
        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(LONG_AGO));
        Files.createDirectories(home.resolve("streams-app/target/lib"));
        jar = home.resolve("streams-app/target/streams-app-1.2.3.jar");
        tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : TOOLS) {
            script(tools.resolve(name), "exec '" + tool(name).orElseThrow() + "' \"$@\"\n");
        }
        environment.put("PATH", tools.toString());
        environment.put("HOME", folder.toString());
        environment.put("CANDLESTREAM_JDK_FOLDERS", folder.resolve("jdks").toString());
    }

    @Nested
    class FindsJava {

        @BeforeEach
        void build() throws IOException {
            Files.createFile(jar);
        }

        @Test
        void firstWhereItIsToldThenInJavaHomeThenOnThePathThenInTheUsualFolders() throws Exception {
            environment.put("CANDLESTREAM_JAVA", java(folder.resolve("told"), "25.0.1"));
            java(folder.resolve("java home"), "25.0.1");
            environment.put("JAVA_HOME", folder.resolve("java home").toString());
            Files.createSymbolicLink(
                    tools.resolve("java"), Path.of(java(folder.resolve("path"), "25.0.1")));
            java(folder.resolve("jdks/temurin-25-jdk"), "25.0.1");

            assertThat(start().javaIn(folder)).isEqualTo("told");
            environment.remove("CANDLESTREAM_JAVA");
            assertThat(start().javaIn(folder)).isEqualTo("java home");
            environment.remove("JAVA_HOME");
            assertThat(start().javaIn(folder)).isEqualTo("tools");
            Files.delete(tools.resolve("java"));
            assertThat(start().javaIn(folder)).isEqualTo("jdks/temurin-25-jdk");
        }

        @Test
        void passingOverOtherVersions() throws Exception {
            java(folder.resolve("old"), "17.0.25");
            environment.put("JAVA_HOME", folder.resolve("old").toString());
            java(folder.resolve("jdks/jdk-17.0.25"), "17.0.25");
            java(folder.resolve("jdks/zulu-25.jdk/Contents/Home"), "25");

            assertThat(start().javaIn(folder)).isEqualTo("jdks/zulu-25.jdk/Contents/Home");
        }

        @Test
        void byItsReleaseFileWhenThereIsOne() throws Exception {
            java(folder.resolve("jdks/a-25"), "99");
            Files.writeString(
                    folder.resolve("jdks/a-25/release"), "JAVA_VERSION=\"25.0.3\"\nOS=\"x\"\n");

            assertThat(start().javaIn(folder)).isEqualTo("jdks/a-25");
        }

        @Test
        void orSaysWhatToInstall() throws Exception {
            Run run = start();

            assertThat(run.exitCode).isEqualTo(1);
            assertThat(run.out).isEmpty();
            assertThat(run.err)
                    .contains("needs a JDK 25")
                    .contains("apt install temurin-25-jdk", "brew install", "sdk install java 25");
        }

        @Test
        void orSaysThatTheOneItWasToldIsAnother() throws Exception {
            environment.put("CANDLESTREAM_JAVA", java(folder.resolve("old"), "21.0.2"));

            Run run = start();

            assertThat(run.exitCode).isEqualTo(1);
            assertThat(run.err)
                    .isEqualTo(
                            "candlestream: CANDLESTREAM_JAVA must be the java of a JDK 25, was "
                                    + folder.resolve("old/bin/java")
                                    + "\n");
        }
    }

    @Nested
    class HandsOver {

        @BeforeEach
        void build() throws IOException {
            Files.createFile(jar);
            environment.put("CANDLESTREAM_JAVA", java(folder.resolve("jdk"), "25.0.1"));
        }

        @Test
        void theArgumentsAndTheWorkingDirectoryOfItsCaller() throws Exception {
            Run run = start("feed", "file", "my candles.csv");

            assertThat(run.exitCode).isEqualTo(7);
            assertThat(run.out.lines())
                    .contains("in " + folder.toRealPath())
                    .endsWith(
                            "-jar", jar.toRealPath().toString(), "feed", "file", "my candles.csv");
        }

        @Test
        void whenCalledThroughALink() throws Exception {
            Path link = Files.createSymbolicLink(tools.resolve("cs"), home.resolve("candlestream"));

            assertThat(run(link.toString(), "doctor").out.lines())
                    .endsWith("-jar", jar.toRealPath().toString(), "doctor");
        }

        @Test
        void theOptionsOfTheUserAfterItsOwn() throws Exception {
            environment.put("JAVA_OPTS", "-Xmx1g -Dx=y");

            assertThat(start().out.lines())
                    .containsSubsequence("-XX:+UseSerialGC", "-Xmx512m", "-Xmx1g", "-Dx=y", "-jar");
        }

        @Test
        void theChoiceOfTheCollector() throws Exception {
            environment.put("JAVA_OPTS", "-XX:+UseG1GC");

            assertThat(start().out.lines())
                    .contains("-XX:+UseG1GC")
                    .doesNotContain("-XX:+UseSerialGC");
        }

        @Test
        void theAotCacheItRecordedOnce() throws Exception {
            environment.put("RECORDS", "yes");

            Run first = start();
            Run second = start();

            assertThat(first.err).contains("recording an AOT cache");
            assertThat(second.err).isEmpty();
            assertThat(second.out).contains("-XX:AOTCache=");
        }

        @Test
        void theAotCacheRecordedAnewAfterABuild() throws Exception {
            environment.put("RECORDS", "yes");
            start();
            Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plus(1, ChronoUnit.HOURS)));

            assertThat(start().err).contains("recording an AOT cache");
        }

        @Test
        void withoutACacheThatCannotBeRecordedAndTriesOnlyOnce() throws Exception {
            Run first = start();
            Run second = start();

            assertThat(first.exitCode).isEqualTo(7);
            assertThat(first.err).contains("could not record it, so starts stay slower");
            assertThat(second.err).isEmpty();
            assertThat(second.out).doesNotContain("-XX:AOTCache=");
        }
    }

    @Nested
    class Builds {

        @BeforeEach
        void java() throws IOException {
            environment.put(
                    "CANDLESTREAM_JAVA", LauncherTest.this.java(folder.resolve("jdk"), "25.0.1"));
        }

        @Test
        void onFirstUseAndThenNoMore() throws Exception {
            maven("3.8.7", "touch '" + jar + "'");

            Run first = start();
            Run second = start();

            assertThat(first.exitCode).isEqualTo(7);
            assertThat(first.err).contains("building candlestream");
            assertThat(second.err).doesNotContain("building");
        }

        @Test
        void againWhenASourceIsNewer() throws Exception {
            maven("3.8.7", "touch '" + jar + "'");
            Files.createFile(jar);
            Files.setLastModifiedTime(jar, FileTime.from(LONG_AGO));
            Files.createDirectories(home.resolve("state/src/main/java"));

            assertThat(start().err).contains("building candlestream");
        }

        @Test
        void andShowsWhyItCould() throws Exception {
            maven("3.9.9", "echo 'no such symbol'; exit 1");

            Run run = start();

            assertThat(run.exitCode).isEqualTo(1);
            assertThat(run.err).contains("no such symbol", "the build failed", "build.log");
        }

        @Test
        void onlyWithMaven() throws Exception {
            Run run = start();

            assertThat(run.exitCode).isEqualTo(1);
            assertThat(run.err).contains("needs Maven 3.8 or later to build: apt install maven");
        }

        @Test
        void onlyWithAMavenThatIsNewEnough() throws Exception {
            maven("3.6.3", "true");

            Run run = start();

            assertThat(run.exitCode).isEqualTo(1);
            assertThat(run.err).contains("needs Maven 3.8 or later to build, found 3.6");
        }

        @Test
        void pastALockWhoseProcessIsGone() throws Exception {
            maven("3.8.7", "touch '" + jar + "'");
            Path lock = Files.createDirectories(home.resolve("target/launcher/launcher.lock.d"));
            Files.writeString(lock.resolve("pid"), "999999999\n");

            assertThat(start().exitCode).isEqualTo(7);

            assertThat(lock).doesNotExist();
        }

        @Test
        void onceWhenStartedTwice() throws Exception {
            Path builds = folder.resolve("builds");
            maven("3.8.7", "echo built >>'" + builds + "'; sleep 1; touch '" + jar + "'");

            Process one = process(home.resolve("candlestream").toString());
            Process other = process(home.resolve("candlestream").toString());

            assertThat(one.waitFor()).isEqualTo(7);
            assertThat(other.waitFor()).isEqualTo(7);
            assertThat(builds).hasContent("built");
        }
    }

    private record Run(int exitCode, String out, String err) {

        /// The folder of the java that was started, relative to the given one.
        String javaIn(Path folder) {
            Path java = Path.of(out.lines().findFirst().orElseThrow());
            return folder.relativize(java).toString().replaceFirst("(/bin)?/java$", "");
        }
    }

    private Run start(String... arguments) throws Exception {
        return run(home.resolve("candlestream").toString(), arguments);
    }

    private Run run(String script, String... arguments) throws Exception {
        Process process = process(script, arguments);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    private Process process(String script, String... arguments) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Stream.concat(
                                                Stream.of(
                                                        tool("bash").orElseThrow().toString(),
                                                        script),
                                                Stream.of(arguments))
                                        .toList())
                        .directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// A java that prints its own path, where it runs and its arguments, and exits with 7. Told to
    /// record a cache, it does so when the environment allows it.
    private String java(Path jdk, String version) throws IOException {
        return script(
                jdk.resolve("bin/java"),
                """
                if [ "$1" = -version ]; then
                    echo 'openjdk version "%s" 2025-10-21' >&2
                    exit 0
                fi
                for argument; do
                    case $argument in
                    -XX:AOTCacheOutput=*)
                        [ -z "${RECORDS:-}" ] || echo cache >"${argument#*=}"
                        exit 0
                        ;;
                    esac
                done
                printf '%%s\\n' "$0" "in $PWD" "$@"
                exit 7
                """
                        .formatted(version));
    }

    private void maven(String version, String packaging) throws IOException {
        script(
                tools.resolve("mvn"),
                """
                if [ "$1" = -v ]; then
                    echo 'Apache Maven %s'
                    exit 0
                fi
                %s
                """
                        .formatted(version, packaging));
    }

    private String script(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!" + tool("bash").orElseThrow() + '\n' + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file.toString();
    }

    private static Optional<Path> tool(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
