package io.candlestream.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The page of features, `docs/features.md`; `-Dgolden.update=true` rewrites it.
final class CatalogGuideTest {

    private final CatalogGuide guide = new CatalogGuide(Catalog.standard());

    @Test
    void thePageIsWhatTheCodeSays() throws IOException {
        Path page = Path.of(System.getProperty("candlestream.root")).resolve("docs/features.md");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page, guide.markdown());
        }

        assertThat(Files.readString(page))
                .as("docs/features.md; -Dgolden.update=true rewrites it")
                .isEqualTo(guide.markdown());
    }

    @Test
    void namesAtLeastAHundredAndTwentyIndicators() {
        assertThat(guide.entries()).hasSizeGreaterThanOrEqualTo(120);
    }

    @Test
    void saysOfEveryNameHowItIsWrittenAndWhenItIsReady() {
        assertThat(guide.entries())
                .allSatisfy(entry -> {
                    assertThat(entry.usage()).isNotBlank();
                    assertThat(entry.summary()).endsWith(".");
                });
        assertThat(guide.entry(definition("sma")).usage())
                .isEqualTo("sma(source=close, period=20)");
        assertThat(guide.entry(definition("sma")).warmUp()).isEqualTo(20);
    }

    @Test
    void namesTheFormsThatAreNoDefinitions() {
        assertThat(guide.entries().stream().map(CatalogGuide.Entry::usage))
                .contains("on(interval, expression)", "ta4j(class, source=close, numbers...)");
    }

    private static Definition definition(String name) {
        return Catalog.standard().all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
