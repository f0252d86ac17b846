package dev.viralvideo.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.viralvideo.failure.Failure;
import dev.viralvideo.pipeline.provider.ProviderCall;
import dev.viralvideo.pipeline.provider.ProviderFile;
import dev.viralvideo.pipeline.provider.ProviderFiles;
import dev.viralvideo.stock.Work;
import java.net.URI;
import java.util.Optional;

/** Tells those providers that want it which of their works are really used; Unsplash's terms demand it. */
public final class UsagePings {
    private final ProviderFiles files;
    private final ProviderCall call;

    public UsagePings(ProviderFiles files, ProviderCall call) {
        this.files = files;
        this.call = call;
    }

    /**
     * The ping carries the provider's key, so it goes to the provider's own address and nowhere else.
     *
     * @param route of the provider's file
     * @return what went wrong, for the report
     */
    public Optional<String> used(String route, Work work) {
        if (work.usagePing() == null) {
            return Optional.empty();
        }
        ProviderFile file = files.get(route);
        String own = file.addresses().get(0).text("url");
        if (!site(own).equals(site(work.usagePing()))) {
            return Optional.of(work.provider() + " wants to be told of uses at an address that is not its own");
        }
        try {
            call.answer(file.plain(work.usagePing().replace("{", "%7B")), JsonNodeFactory.instance.objectNode());
            return Optional.empty();
        } catch (Failure.ExternalService e) {
            return Optional.of(
                    work.provider() + " could not be told that " + work.id() + " is used: " + e.getMessage());
        }
    }

    private static String site(String url) {
        URI parsed = URI.create(url.replaceFirst("[?{].*$", ""));
        return parsed.getScheme() + "://" + parsed.getRawAuthority();
    }
}
