package dev.viralvideo.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.helpers.SteppedClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {
    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock();

    @Test
    void namesAFileByItsContent() {
        FileStore store = store(1000);
        try (StoredFile a = put(store, "hello");
                StoredFile b = put(store, "hello")) {
            assertThat(a.sha256()).isEqualTo("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
            assertThat(a.path()).isEqualTo(b.path()).hasContent("hello");
            assertThat(a.path().getFileName().toString()).isEqualTo(a.sha256() + ".mp4");
            assertThat(a.bytes()).isEqualTo(5);
        }
        assertThat(temporaries()).isZero();
    }

    @Test
    void findsAFileAgainAfterARestart() {
        String sha;
        try (StoredFile stored = put(store(1000), "hello")) {
            sha = stored.sha256();
        }
        try (StoredFile found = store(1000).find(sha, "mp4").orElseThrow()) {
            assertThat(found.path()).hasContent("hello");
        }
        assertThat(store(1000).find("0".repeat(64), "mp4")).isEmpty();
        assertThat(store(1000).find(sha, "jpg")).isEmpty();
    }

    @Test
    void adoptsAFinishedDownload() throws Exception {
        FileStore store = store(1000);
        Path part = store.newTemporary();
        Files.writeString(part, "hello");
        String sha = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
        try (StoredFile stored = store.adopt(part, sha, "mp4")) {
            assertThat(stored.path()).hasContent("hello");
        }
        assertThat(part).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whoMayReadOtherFilesOfTheUserMayReadStoredOnesToo() throws Exception {
        Path ordinary = Files.createFile(folder.resolve("ordinary"));
        FileStore store = store(1000);
        try (StoredFile stored = put(store, "hello")) {
            assertThat(Files.getPosixFilePermissions(stored.path())).isEqualTo(Files.getPosixFilePermissions(ordinary));
        }
        assertThat(Files.getPosixFilePermissions(store.newTemporary()))
                .isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void evictsWhatWasNotUsedForLongest() throws Exception {
        FileStore store = store(30);
        String first = putAndRelease(store, "aaaaaaaaaa");
        String second = putAndRelease(store, "bbbbbbbbbb");
        String third = putAndRelease(store, "cccccccccc");
        store.find(first, "mp4").orElseThrow().close(); // used again
        clock.advance(Duration.ofSeconds(1));
        putAndRelease(store, "dddddddddd");
        assertThat(store.find(second, "mp4")).isEmpty();
        assertThat(store.find(first, "mp4")).isPresent();
        assertThat(store.find(third, "mp4")).isPresent();
    }

    @Test
    void neverEvictsAFileInUse() {
        FileStore store = store(10);
        StoredFile old = put(store, "aaaaaaaaaa");
        StoredFile sameAgain = put(store, "aaaaaaaaaa");
        putAndRelease(store, "bbbbbbbbbb");
        old.close();
        old.close(); // closing twice lets go once
        store(10).evict(); // another store of this process sees the pin too
        assertThat(old.path()).exists();
        sameAgain.close();
        store.evict();
        try (Stream<Path> left = filesIn(folder)) {
            assertThat(left).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void neverEvictsAFileThatAnotherProcessUses() throws Exception {
        String sha = putAndRelease(store(1000), "aaaaaaaaaa");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString(),
                        sha)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('!'); // it has the file
            store(1).evict();
            assertThat(folder.resolve(sha.substring(0, 2)).resolve(sha + ".mp4"))
                    .exists();
        } finally {
            other.destroyForcibly().waitFor();
        }
        store(1).evict(); // a killed process holds nothing
        assertThat(folder.resolve(sha.substring(0, 2)).resolve(sha + ".mp4")).doesNotExist();
    }

    /** Holds a file of the store until it is killed. */
    public static final class Holder {
        public static void main(String[] args) throws Exception {
            FileStore store = new FileStore(Path.of(args[0]), 1000, java.time.Clock.systemUTC());
            try (StoredFile held = store.find(args[1], "mp4").orElseThrow()) {
                System.out.print(held.path().toFile().exists() ? "!" : "?");
                System.out.flush();
                System.in.read();
            }
        }
    }

    @Test
    void letsManyStoreTheSameAtOnce() throws Exception {
        FileStore store = store(1_000_000);
        CompletableFuture<?>[] all = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    try (StoredFile stored = put(store, "content " + i % 4)) {
                        assertThat(stored.path()).hasContent("content " + i % 4);
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(all).get();
        try (Stream<Path> files = filesIn(folder)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void leavesNothingBehindWhenTheContentBreaksOff() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        };
        assertThatThrownBy(() -> store(1000).put(broken, "mp4")).isInstanceOf(Failure.Resource.class);
        assertThat(temporaries()).isZero();
    }

    @Test
    void clearsTemporaryFilesThatNobodyFinished() throws Exception {
        Path abandoned = store(1000).newTemporary();
        Path fresh = store(1000).newTemporary();
        Files.setLastModifiedTime(abandoned, FileTime.from(clock.instant().minus(Duration.ofDays(3))));
        Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
        store(1000).evict();
        assertThat(abandoned).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void takesNoNameThatCouldLeadElsewhere() {
        FileStore store = store(1000);
        assertThatThrownBy(() -> store.find("../../etc/passwd", "mp4")).isInstanceOf(Failure.Internal.class);
        assertThatThrownBy(() -> store.find("0".repeat(64), "../x")).isInstanceOf(Failure.Internal.class);
    }

    private FileStore store(long maxBytes) {
        return new FileStore(folder, maxBytes, clock);
    }

    private static StoredFile put(FileStore store, String content) {
        return store.put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), "mp4");
    }

    private String putAndRelease(FileStore store, String content) {
        try (StoredFile stored = put(store, content)) {
            clock.advance(Duration.ofSeconds(1));
            return stored.sha256();
        }
    }

    private long temporaries() {
        String[] names = folder.resolve("tmp").toFile().list();
        return names == null ? 0 : names.length;
    }

    private static Stream<Path> filesIn(Path folder) {
        try {
            return Files.walk(folder).filter(file -> file.toString().endsWith(".mp4"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
