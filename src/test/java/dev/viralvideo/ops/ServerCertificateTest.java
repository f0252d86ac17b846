package dev.viralvideo.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key store that cannot be used stops the service before it begins, in a line that says what is wrong. */
class ServerCertificateTest {
    @TempDir
    private static Path folder;

    private static Path file;

    @BeforeAll
    static void make() throws Exception {
        file = TestKeyStore.in(folder, "localhost");
    }

    @Test
    void aKeyStoreWithAKeyIsUsed() {
        assertThat(new ServerCertificate(file, TestKeyStore.PASSWORD).server().getKeyStorePath())
                .endsWith("localhost.p12");
    }

    @Test
    void oneThatIsNotThereIsNotUsed() {
        refused(folder.resolve("none.p12"), TestKeyStore.PASSWORD, "no such file");
    }

    @Test
    void oneThatThePasswordDoesNotOpenIsNotUsed() {
        refused(file, "wrong", "password");
    }

    @Test
    void whatIsNoKeyStoreIsNotUsed() throws Exception {
        refused(Files.writeString(folder.resolve("text.p12"), "a text"), TestKeyStore.PASSWORD, "keystore");
    }

    @Test
    void oneWithoutAKeyIsNotUsed() throws Exception {
        Path empty = folder.resolve("empty.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var out = Files.newOutputStream(empty)) {
            store.store(out, TestKeyStore.PASSWORD.toCharArray());
        }

        refused(empty, TestKeyStore.PASSWORD, "no key");
    }

    private static void refused(Path file, String password, String reason) {
        assertThatThrownBy(() -> new ServerCertificate(file, password).server())
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason)
                .hasMessageContaining("vvg.tls.");
    }
}
