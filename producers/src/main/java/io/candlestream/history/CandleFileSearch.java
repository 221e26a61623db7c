package io.candlestream.history;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// Finds the candle files that a user's arguments mean: files, folders with all below them, and
/// patterns such as `data/*-1h.csv.gz`.
public final class CandleFileSearch {

    private static final int DEEPEST = 32;

    private CandleFileSearch() {}

    /// Every series of every file, in the order of the arguments and of the names below them.
    ///
    /// @throws UnreadableFileException when an argument means no file, or a file cannot be a candle
    ///   file
    public static List<CandleFile> find(List<Path> arguments, SeriesOptions options) {
        List<CandleFile> files = new ArrayList<>();
        for (Path path : paths(arguments)) {
            files.addAll(seriesOf(path, options));
        }
        return files;
    }

    /// Every series of a file: of each entry of a zip, and of each symbol.
    ///
    /// @throws UnreadableFileException when it cannot be a candle file
    public static List<CandleFile> seriesOf(Path path, SeriesOptions options) {
        List<CandleFile> files = new ArrayList<>();
        for (FileEntry entry : FileEntry.of(path)) {
            files.addAll(SeriesInference.infer(entry, options));
        }
        return files;
    }

    /// The files that arguments mean, as they are.
    ///
    /// @throws UnreadableFileException when an argument means no file
    public static List<Path> paths(List<Path> arguments) {
        List<Path> paths = new ArrayList<>();
        for (Path argument : arguments) {
            if (Files.isDirectory(argument)) {
                paths.addAll(
                        below(
                                argument,
                                argument,
                                path -> FileEntry.isData(path.getFileName().toString())));
            } else if (!Files.exists(argument) && isPattern(argument.toString())) {
                paths.addAll(matching(argument));
            } else {
                paths.add(argument);
            }
        }
        return paths;
    }

    private static List<Path> matching(Path pattern) {
        Path root = pattern.getRoot() == null ? Path.of("") : pattern.getRoot();
        for (Path name : pattern) {
            if (isPattern(name.toString())) {
                break;
            }
            root = root.resolve(name);
        }
        try {
            PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            return below(pattern, root, matcher::matches);
        } catch (PatternSyntaxException e) {
            throw new UnreadableFileException(
                    pattern, 0, "must be a file or a pattern, is neither: " + e.getDescription());
        }
    }

    private static List<Path> below(Path argument, Path root, Predicate<Path> wanted) {
        try (Stream<Path> all = Files.walk(root, DEEPEST)) {
            List<Path> found =
                    all.filter(path -> Files.isRegularFile(path) && wanted.test(path))
                            .sorted()
                            .toList();
            if (found.isEmpty()) {
                throw new UnreadableFileException(
                        argument, 0, "must mean at least one candle file, means none");
            }
            return found;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new UnreadableFileException(argument, 0, "cannot be searched: " + e.getMessage());
        }
    }

    private static boolean isPattern(String name) {
        return name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }
}
