package io.candlestream;

import static io.candlestream.RepositoryFiles.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents name is there. Our classes go by their simple names, all others but those of
/// `java.lang` by their full ones.
class DocumentsTest {

    /// Without code blocks, which show what a reader may write.
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```$");

    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern CLASS_NAME =
            Pattern.compile(
                    "((?:[a-z0-9_]+\\.)*[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)*)(?:\\.[a-z]\\w*.*)?");
    private static final Pattern PATH =
            Pattern.compile("(?:schemas|state|producers|streams-app|docker|docs)/[\\w./-]*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    /// These name what was, or what others made.
    private static final Set<String> HISTORICAL = Set.of("CHANGELOG.md", "PROVENANCE.md");

    private static final Set<String> OURS =
            Stream.of(".java", ".avsc")
                    .flatMap(ending -> RepositoryFiles.endingWith(ending).stream())
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .collect(Collectors.toUnmodifiableSet());

    @Test
    void everyClassNamedExists() {
        assertThat(missing(QUOTED, DocumentsTest::isNoClassOrExists)).isEmpty();
    }

    @Test
    void everyPathNamedExists() {
        assertThat(missing(QUOTED, DocumentsTest::isNoPathOrExists)).isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(missing(LINK, DocumentsTest::isElsewhereOrExists)).isEmpty();
    }

    private static List<String> missing(Pattern named, BiPredicate<Path, String> exists) {
        return documents()
                .flatMap(document ->
                        named.matcher(
                                        CODE_BLOCK
                                                .matcher(RepositoryFiles.text(document))
                                                .replaceAll(""))
                                .results()
                                .map(MatchResult::group)
                                .map(match -> named.matcher(match).replaceFirst("$1"))
                                .filter(name -> !exists.test(document, name))
                                .map(name -> ROOT.relativize(document) + ": " + name))
                .toList();
    }

    private static Stream<Path> documents() {
        return RepositoryFiles.endingWith(".md").stream()
                .filter(file -> !HISTORICAL.contains(file.getFileName().toString()));
    }

    private static boolean isNoClassOrExists(Path document, String text) {
        var name = CLASS_NAME.matcher(text);
        return !name.matches()
                || OURS.contains(name.group(1))
                || isOnTheClassPath(name.group(1))
                || isOnTheClassPath("java.lang." + name.group(1));
    }

    private static boolean isOnTheClassPath(String name) {
        try {
            Class.forName(name, false, DocumentsTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isNoPathOrExists(Path document, String text) {
        return !PATH.matcher(text).matches() || Files.exists(ROOT.resolve(text));
    }

    private static boolean isElsewhereOrExists(Path document, String target) {
        return target.contains("://") || Files.exists(document.resolveSibling(target));
    }
}
