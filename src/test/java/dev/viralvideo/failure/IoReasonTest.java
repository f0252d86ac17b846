package dev.viralvideo.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IoReasonTest {
    static Stream<Arguments> problems() {
        return Stream.of(
                arguments(new FileSystemException("/a", "/b", "No space left on device"), "no space left on device"),
                arguments(new AccessDeniedException("/a"), "permission denied"),
                arguments(new NoSuchFileException("/a"), "there is no such file or folder"),
                arguments(new FileAlreadyExistsException("/a"), "there is a file of that name"),
                arguments(new FileSystemLoopException("/a"), "file system loop"),
                arguments(new MalformedInputException(1), "it is not UTF-8 text"),
                arguments(new FileNotFoundException("/a (x) (Permission denied)"), "permission denied"),
                arguments(new IOException("TLS is over"), "TLS is over"),
                arguments(new IOException("Stream closed"), "stream closed"),
                arguments(new IOException(), "input or output failed"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void isAPlainHalfSentenceWithoutThePathOrAClassName(IOException problem, String reason) {
        assertThat(IoReason.of(problem)).isEqualTo(reason);
    }
}
