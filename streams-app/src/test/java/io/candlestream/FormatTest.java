package io.candlestream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The check of `mvn spotless:check`, made also where Maven runs on a JDK that cannot run Spotless.
class FormatTest {

    private final Formatter formatter =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    @Test
    void everySourceFileIsAsTheFormatterWritesIt() {
        List<Path> sources = RepositoryFiles.endingWith(".java");

        List<Path> different =
                sources.stream().filter(file -> !isFormatted(RepositoryFiles.text(file))).toList();

        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(different).as("to be mended by mvn spotless:apply on a JDK 25").isEmpty();
    }

    @Test
    void anUnusedImportAndAWrongIndentAreFound() {
        String formatted = "class A {\n    int b;\n}\n";

        assertThat(isFormatted(formatted)).isTrue();
        assertThat(isFormatted("import java.util.List;\n\n" + formatted)).isFalse();
        assertThat(isFormatted("class A {\n  int b;\n}\n")).isFalse();
    }

    /// Imports stay in one block, as Spotless has it where nothing else is configured.
    private boolean isFormatted(String source) {
        try {
            String formatted = formatter.formatSource(source);
            String used = RemoveUnusedImports.removeUnusedImports(formatted);
            return ImportOrderer.reorderImports(used, Style.GOOGLE).equals(source);
        } catch (FormatterException e) {
            throw new AssertionError(source, e);
        }
    }
}
