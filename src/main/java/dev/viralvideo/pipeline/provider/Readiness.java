package dev.viralvideo.pipeline.provider;

import dev.viralvideo.keys.Secrets;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/** Says whether a provider can be asked at all, without asking it. */
public final class Readiness {
    private static final int PROBE_MILLIS = 200;

    private final Secrets secrets;
    private final Online online;

    public Readiness(Secrets secrets, Online online) {
        this.secrets = secrets;
        this.online = online;
    }

    /**
     * Whether it is asked without anybody naming it: switched on, its keys are set, its server listens, and where it is
     * asked without a key the operator lets that be. A network that is away is a fallback to be told of, not a wish.
     */
    public boolean wanted(ProviderFile file) {
        return !file.text("enabled").equals("false")
                && (!file.flag("public") || online.permitted())
                && missingKey(file).isEmpty()
                && listens(file);
    }

    /** Whether it can be asked now, without anybody naming it. */
    public boolean ready(ProviderFile file) {
        return wanted(file) && obstacle(file).isEmpty();
    }

    /** Why it cannot be asked even if somebody wants it, and what to do; empty when it can. */
    public Optional<String> obstacle(ProviderFile file) {
        Optional<String> key = missingKey(file).map(name -> "no key is set; set it with: vvg keys set " + name);
        if (key.isPresent()) {
            return key;
        }
        if (!listens(file)) {
            return Optional.of("nothing listens at " + file.filled("probe"));
        }
        if (file.flag("public") && !online.reaches(host(file.filled("url")))) {
            return Optional.of("there is no network");
        }
        return Optional.empty();
    }

    private Optional<String> missingKey(ProviderFile file) {
        return file.flag("needsKey")
                ? file.keys().stream()
                        .filter(name -> secrets.find(name).isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /** The x is what stands where a language would: there is a Wikipedia in English. */
    private static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? "" : host.replaceFirst("^x\\.", "en.");
    }

    /** Whether something listens where the file's {@code probe} says; true when it says nothing. */
    private static boolean listens(ProviderFile file) {
        if (!file.has("probe")) {
            return true;
        }
        try (Socket socket = new Socket()) {
            URI url = URI.create(file.filled("probe"));
            int port = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
            socket.connect(new InetSocketAddress(url.getHost(), port), PROBE_MILLIS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
