package dev.viralvideo.keys;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** What callbacks are signed with: the key {@code callback-secret}, made when it is first wanted. */
public final class CallbackSecret {
    private static final String NAME = "callback-secret";
    private static final int BYTES = 32;

    private CallbackSecret() {}

    public static String of(Secrets secrets, KeyStore store) {
        synchronized (CallbackSecret.class) {
            Optional<Secret> known = secrets.find(NAME);
            if (known.isEmpty()) {
                byte[] bytes = new byte[BYTES];
                new SecureRandom().nextBytes(bytes);
                store.set(
                        new KeyName(NAME),
                        new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
            }
            return secrets.require(NAME).reveal();
        }
    }
}
