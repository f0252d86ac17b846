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

    public Readiness(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Whether it is asked by itself: switched on, its keys are set, and its server is there. */
    public boolean ready(ProviderFile file) {
        return !file.text("enabled").equals("false") && obstacle(file).isEmpty();
    }

    /** Why it cannot be asked even if somebody wants it, and what to do; empty when it can. */
    public Optional<String> obstacle(ProviderFile file) {
        if (file.flag("needsKey")) {
            for (String name : file.keys()) {
                if (secrets.find(name).isEmpty()) {
                    return Optional.of("no key is set; set it with: vvg keys set " + name);
                }
            }
        }
        return listens(file) ? Optional.empty() : Optional.of("nothing listens at " + file.filled("probe"));
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
