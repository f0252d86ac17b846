package dev.viralvideo.ops;

import dev.viralvideo.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * What the server proves itself by: a key with its certificate, in a key store (PKCS12 or JKS).
 *
 * @param password of the store and of the key in it
 */
public record ServerCertificate(Path keyStore, String password) {
    /** @throws Failure.Configuration KEY_STORE_UNUSABLE, so that a service without a key fails before it begins */
    SslContextFactory.Server server() {
        if (certificates().isEmpty()) {
            throw unusable("there is no key with a certificate in it", null);
        }
        SslContextFactory.Server server = new SslContextFactory.Server();
        server.setKeyStorePath(keyStore.toString());
        server.setKeyStorePassword(password);
        return server;
    }

    /** For a client on this machine, to which the very certificate matters and not the name in it. */
    public SSLContext client() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new PinnedTrust(certificates())}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw unusable(e.getMessage(), e);
        }
    }

    /** Of every key that the password opens. */
    private List<Certificate> certificates() {
        if (!Files.isReadable(keyStore)) {
            throw unusable("there is no such file, or it may not be read", null);
        }
        try {
            char[] secret = password.toCharArray();
            KeyStore store = KeyStore.getInstance(keyStore.toFile(), secret);
            List<Certificate> certificates = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getKey(alias, secret) != null) {
                    certificates.add(store.getCertificate(alias));
                }
            }
            return certificates;
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(e.getMessage(), e);
        }
    }

    private Failure.Configuration unusable(String reason, Exception cause) {
        return new Failure.Configuration(
                "KEY_STORE_UNUSABLE",
                "the key store " + keyStore + " cannot be used: " + reason
                        + "; look at vvg.tls.key-store and vvg.tls.password (docs/guides/tls.md)",
                cause);
    }

    @Override
    public String toString() {
        return "the key store " + keyStore;
    }
}
