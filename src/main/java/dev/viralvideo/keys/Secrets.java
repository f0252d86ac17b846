package dev.viralvideo.keys;

import dev.viralvideo.failure.Failure;
import java.util.Map;
import java.util.Optional;

/** Looks keys up: the environment first, then the key store; whatever it gives away is masked in all texts after. */
public final class Secrets {
    private final Map<String, String> environment;
    private final KeyStore store;
    private final Masking masking;

    /** Learns every key in the environment and in the store at once, so that none has to be used to be masked. */
    public Secrets(Map<String, String> environment, KeyStore store, Masking masking) {
        this.environment = Map.copyOf(environment);
        this.store = store;
        this.masking = masking;
        this.environment.forEach((name, value) -> {
            if (name.startsWith("VVG_KEY_") || name.equals(MasterKeys.VARIABLE)) {
                masking.learn(new Secret(value.strip()));
            }
        });
    }

    public Optional<Secret> find(String name) {
        KeyName key = new KeyName(name);
        Optional<Secret> found = Optional.ofNullable(environment.get(key.environmentVariable()))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(Secret::new)
                .or(() -> store.find(key));
        found.ifPresent(masking::learn);
        return found;
    }

    /** @throws Failure.Configuration that says how to set it */
    public Secret require(String name) {
        return find(name)
                .orElseThrow(() -> new Failure.Configuration(
                        "NO_KEY",
                        "no key named " + name + "; set it with: vvg keys set " + name + " (or "
                                + new KeyName(name).environmentVariable() + ")"));
    }

    /** Makes every stored key known to the masking; for before the first log line of a long-running process. */
    public void learnAll() {
        store.list().forEach(name -> store.find(name).ifPresent(masking::learn));
    }
}
