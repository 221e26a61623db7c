package io.candlestream.ta4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;

final class IndicatorNamesTest {

    private static final String ROOT = "org/ta4j/core/indicators/";

    @Test
    void areTheIndicatorsOfTheLibrary() throws IOException, URISyntaxException {
        File library =
                new File(
                        BarSeries.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        TreeSet<String> inTheLibrary;
        try (JarFile jar = new JarFile(library)) {
            inTheLibrary =
                    jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(ROOT) && name.endsWith(".class"))
                            .filter(name -> !name.contains("$") && !name.contains("package-info"))
                            .map(name -> name.replace(".class", "").replace('/', '.'))
                            .filter(IndicatorNamesTest::isIndicator)
                            .collect(Collectors.toCollection(TreeSet::new));
        }

        assertThat(IndicatorNames.all().stream().map(IndicatorNames::qualified))
                .containsExactlyInAnyOrderElementsOf(inTheLibrary);
    }

    @Test
    void areOfTheVersionThatTheBuildUses() throws IOException {
        Path pom = Path.of(System.getProperty("candlestream.root")).resolve("pom.xml");

        assertThat(Files.readString(pom))
                .contains("<ta4j.version>" + IndicatorNames.VERSION + "</ta4j.version>");
    }

    private static boolean isIndicator(String name) {
        try {
            return Indicator.class.isAssignableFrom(Class.forName(name));
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
