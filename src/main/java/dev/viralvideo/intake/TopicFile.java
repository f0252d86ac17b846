package dev.viralvideo.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.failure.IoReason;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads requests from {@code .txt}, {@code .json}, {@code .yaml}, {@code .yml}, {@code .csv} and {@code .md} files. */
public final class TopicFile {
    private static final String ENDINGS = ".txt, .json, .yaml, .yml, .csv or .md";

    private final long mostBytes;

    /** @param mostBytes a larger file is refused */
    public TopicFile(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Whether the name ends like a topic file. */
    public static boolean isTopicFile(Path file) {
        return switch (ending(file)) {
            case "txt", "json", "yaml", "yml", "csv", "md" -> true;
            default -> false;
        };
    }

    /**
     * Reads row by row; close the stream. A broken row does not stop the rows after it; a file that cannot be read any
     * further gives one last rejected row.
     *
     * @throws Failure.Validation when there is nothing to read at all
     */
    public Stream<TopicRow> read(Path file) {
        checkReadable(file);
        try {
            Reader reader = new Utf8Reader(Files.newInputStream(file), mostBytes);
            Iterator<TopicRow> rows = new RowIterator(file.getFileName().toString(), () -> rows(file, reader));
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false)
                    .onClose(() -> close(reader));
        } catch (IOException e) {
            throw new Failure.Validation(
                    "FILE_UNREADABLE", file + ": cannot be read (" + IoReason.of(e) + "); check its permissions", e);
        }
    }

    private void checkReadable(Path file) {
        if (Files.isDirectory(file)) {
            throw wrong("FILE_IS_FOLDER", file, "is a folder; name a file " + ENDINGS);
        }
        if (!Files.exists(file)) {
            throw wrong("FILE_MISSING", file, "does not exist; check the path");
        }
        if (!Files.isRegularFile(file)) {
            throw wrong("FILE_UNREADABLE", file, "is not a regular file");
        }
        if (!isTopicFile(file)) {
            throw wrong("FILE_TYPE", file, "has an ending that is not known; name it " + ENDINGS);
        }
        if (!Files.isReadable(file)) {
            throw wrong("FILE_UNREADABLE", file, "cannot be read; check its permissions");
        }
        try {
            if (Files.size(file) == 0) {
                throw wrong("FILE_EMPTY", file, "is empty; write at least one topic into it");
            }
            if (Files.size(file) > mostBytes) {
                throw wrong(
                        "FILE_TOO_LARGE", file, "is larger than " + mostBytes + " bytes; split it into several files");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TopicRows rows(Path file, Reader reader) throws IOException {
        String name = file.getFileName().toString();
        return switch (ending(file)) {
            case "txt" -> new TextRows(name, reader);
            case "csv" -> new TableRows(name, reader);
            case "md" -> new MarkdownRows(name, reader);
            case "json" ->
                new TreeRows(
                        name,
                        JsonFactory.builder()
                                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                                .build()
                                .createParser(reader));
            default -> new TreeRows(name, yaml().createParser(reader));
        };
    }

    private YAMLFactory yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit((int) Math.min(Integer.MAX_VALUE, mostBytes));
        return YAMLFactory.builder().loaderOptions(options).build();
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Failure.Validation wrong(String code, Path file, String message) {
        return new Failure.Validation(code, file + ": " + message);
    }

    private static void close(Reader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
