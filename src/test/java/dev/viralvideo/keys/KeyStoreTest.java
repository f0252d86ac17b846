package dev.viralvideo.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.json.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStoreTest {
    private static final String VALUE = "s3cret/Key+with=ümlaut \"quoted\"";
    private static final KeyName PEXELS = new KeyName("pexels");

    @TempDir
    Path folder;

    @Test
    void remembersKeysAcrossRuns() {
        store().set(PEXELS, new Secret(VALUE));
        store().set(new KeyName("azure-speech"), new Secret("another-secret"));
        assertThat(store().find(PEXELS).orElseThrow().reveal()).isEqualTo(VALUE);
        assertThat(store().list()).extracting(KeyName::value).containsExactly("azure-speech", "pexels");
        assertThat(store().remove(PEXELS)).isTrue();
        assertThat(store().remove(PEXELS)).isFalse();
        assertThat(store().find(PEXELS)).isEmpty();
    }

    @Test
    void isEmptyAndWritesNothingUntilAKeyIsSet() {
        assertThat(store().list()).isEmpty();
        assertThat(store().find(PEXELS)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsFilesForTheOwnerAloneWithNothingReadableInside() throws Exception {
        store().set(PEXELS, new Secret(VALUE));
        for (String name : new String[] {"keys.json", "master.key"}) {
            Path file = folder.resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).doesNotContain("s3cret").doesNotContain("pexels");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("keys.json", "master.key", "keys.lock");
        }
    }

    @Test
    void refusesFilesThatOthersCanRead() throws Exception {
        store().set(PEXELS, new Secret(VALUE));
        Files.setPosixFilePermissions(folder.resolve("master.key"), PosixFilePermissions.fromString("rw-r--r--"));
        fails(() -> store().find(PEXELS), "KEYS_TOO_OPEN", "chmod 600");
    }

    @Test
    void sealsTheSameKeysDifferentlyEachTime() throws Exception {
        store().set(PEXELS, new Secret(VALUE));
        String first = Files.readString(folder.resolve("keys.json"));
        store().set(PEXELS, new Secret(VALUE));
        assertThat(Files.readString(folder.resolve("keys.json"))).isNotEqualTo(first);
    }

    @Test
    void saysThatTheMasterKeyIsAnother() throws Exception {
        store().set(PEXELS, new Secret(VALUE));
        Files.writeString(folder.resolve("master.key"), MasterKey.random().encoded());
        fails(() -> store().find(PEXELS), "WRONG_MASTER_KEY", "another master key");
        fails(() -> store().set(PEXELS, new Secret("new-secret")), "WRONG_MASTER_KEY", "another master key");
        fails(() -> new KeyStore(folder, MasterKey.random().encoded()).list(), "WRONG_MASTER_KEY", "VVG_MASTER_KEY");
    }

    @Test
    void saysThatTheMasterKeyIsMissingOrNone() throws Exception {
        store().set(PEXELS, new Secret(VALUE));
        Files.delete(folder.resolve("master.key"));
        fails(() -> store().find(PEXELS), "NO_MASTER_KEY", "master.key");
        fails(() -> new KeyStore(folder, "too short"), "BAD_MASTER_KEY", "openssl rand -base64 32");
    }

    @Test
    void saysThatTheStoreWasTamperedWith() throws Exception {
        store().set(PEXELS, new Secret(VALUE));
        Path file = folder.resolve("keys.json");
        ObjectNode sealed = (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
        String keys = sealed.get("keys").asText();
        char changed = keys.charAt(40) == 'A' ? 'B' : 'A';
        sealed.put("keys", keys.substring(0, 40) + changed + keys.substring(41));
        Files.writeString(file, sealed.toString());
        fails(() -> store().find(PEXELS), "KEYS_DAMAGED", "cannot be trusted");
        Files.writeString(file, "{");
        fails(() -> store().find(PEXELS), "KEYS_DAMAGED", "cannot be trusted");
        Files.writeString(file, "{}");
        fails(() -> store().find(PEXELS), "KEYS_DAMAGED", "cannot be trusted");
    }

    @Test
    void rotatesToANewMasterKey() throws Exception {
        store().set(PEXELS, new Secret(VALUE));
        String before = Files.readString(folder.resolve("master.key"));
        store().rotate(null);
        assertThat(Files.readString(folder.resolve("master.key"))).isNotEqualTo(before);
        assertThat(store().find(PEXELS).orElseThrow().reveal()).isEqualTo(VALUE);
        Files.writeString(folder.resolve("master.key"), before);
        fails(() -> store().find(PEXELS), "WRONG_MASTER_KEY", "another master key");
    }

    @Test
    void opensAfterARotationThatWasInterrupted() throws Exception {
        store().set(PEXELS, new Secret(VALUE));
        Path master = folder.resolve("master.key");
        Path next = folder.resolve("master.key.next");
        String old = Files.readString(master);
        MasterKeys announced = new MasterKeys(master, null);
        announced.announce(MasterKey.random()); // killed before the store was written
        assertThat(store().find(PEXELS)).isPresent();
        store().rotate(null);
        Files.move(master, next); // killed after the store was written
        Files.writeString(master, old);
        Files.setPosixFilePermissions(master, PosixFilePermissions.fromString("rw-------"));
        assertThat(store().find(PEXELS).orElseThrow().reveal()).isEqualTo(VALUE);
        assertThat(next).doesNotExist();
    }

    @Test
    void takesTheMasterKeyFromTheEnvironment() {
        MasterKey given = MasterKey.random();
        KeyStore store = new KeyStore(folder, given.encoded());
        store.set(PEXELS, new Secret(VALUE));
        assertThat(folder.resolve("master.key")).doesNotExist();
        fails(() -> store.rotate(null), "NO_NEW_MASTER_KEY", "VVG_MASTER_KEY");
        MasterKey next = MasterKey.random();
        store.rotate(next);
        assertThat(new KeyStore(folder, next.encoded()).find(PEXELS)).isPresent();
        fails(() -> new KeyStore(folder, given.encoded()).find(PEXELS), "WRONG_MASTER_KEY", "VVG_MASTER_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Pexels", "a/b", "../x", "1a", "a b", "a_b", "sk-live-ABC123", "a\n"})
    void refusesNamesThatAreNone(String name) {
        assertThatThrownBy(() -> new KeyName(name))
                .isInstanceOf(Failure.Validation.class)
                .hasMessageNotContaining("sk-live");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "with\nline break", "  blanks around ", "with\0nul inside"})
    void refusesValuesThatCannotBeKeys(String value) {
        Throwable refused = catchThrowable(() -> store().set(PEXELS, new Secret(value)));
        assertThat(refused).isInstanceOf(Failure.Validation.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void losesNothingWhenSeveralSetKeysAtOnce() {
        CompletableFuture.allOf(IntStream.range(0, 12)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> store().set(new KeyName("key-" + i), new Secret("value-of-key-" + i))))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(store().list()).hasSize(12);
    }

    @Test
    void showsAValueInNoTextAtAll() throws Exception {
        KeyStore store = store();
        store.set(PEXELS, new Secret(VALUE));
        Secret secret = store.find(PEXELS).orElseThrow();
        assertThat(secret.toString()).isEqualTo("***");
        assertThat("" + secret + Map.of("k", secret) + store + MasterKey.random())
                .doesNotContain("s3cret");
        assertThat(Json.write(Map.of("k", secret))).isEqualTo("{\"k\":\"***\"}");
        Path file = folder.resolve("keys.json");
        Files.writeString(file, Files.readString(file).replace("\"version\" : 1", "\"version\" : 2"));
        StringWriter trace = new StringWriter();
        catchThrowable(() -> store().find(PEXELS)).printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("s3cret");
    }

    private KeyStore store() {
        return new KeyStore(folder, null);
    }

    private static void fails(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining(message)
                .extracting("code")
                .isEqualTo(code);
    }
}
