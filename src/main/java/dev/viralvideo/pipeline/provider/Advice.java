package dev.viralvideo.pipeline.provider;

import dev.viralvideo.failure.Failure;
import dev.viralvideo.http.ErrorKind;
import dev.viralvideo.http.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an operator can do about a provider's refusal, said at the end of its message.
 *
 * @param contact who runs this, as providers are told; empty when nobody said
 */
record Advice(ProviderFile file, String contact) {
    private static final List<String> CHOICES = List.of("model", "voice", "base");

    Failure.ExternalService on(Failure.ExternalService failure) {
        String what = Refusal.in(failure).map(refusal -> what(refusal.kind())).orElse("");
        return what.isEmpty()
                ? failure
                : new Failure.ExternalService(
                        failure.code(), failure.retryable(), failure.getMessage() + "; " + what, failure.getCause());
    }

    private String what(ErrorKind kind) {
        return switch (kind) {
            case AUTH ->
                file.keys().isEmpty()
                        ? ""
                        : "set another key with: "
                                + file.keys().stream()
                                        .map(name -> "vvg keys set " + name)
                                        .collect(Collectors.joining(", "));
            case QUOTA -> "raise the allowance at the provider, or leave it out with " + setting("enabled") + "=false";
            case BLOCKED -> contact.isEmpty() ? "say who runs this with vvg.http.contact" : "";
            case RATE_LIMITED ->
                contact.isEmpty() && file.has("anonymousRates")
                        ? "it may be asked more often by those who say who they are with vvg.http.contact"
                        : "";
            case CONFIG ->
                "check " + CHOICES.stream().filter(file::has).map(this::setting).collect(Collectors.joining(", "));
            default -> "";
        };
    }

    private String setting(String parameter) {
        return "vvg.provider." + file.name() + "." + parameter;
    }
}
