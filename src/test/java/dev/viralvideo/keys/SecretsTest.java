package dev.viralvideo.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String VALUE = "s3cret/Key+with=ümlaut~ \"q\" & 'x' <y>\\z";

    @TempDir
    Path folder;

    private final Masking masking = new Masking();

    @Test
    void takesTheEnvironmentBeforeTheStore() {
        KeyStore store = new KeyStore(folder, null);
        store.set(new KeyName("pexels"), new Secret("from-the-store"));
        store.set(new KeyName("pixabay"), new Secret("from-the-store-too"));
        Secrets secrets = new Secrets(
                Map.of(
                        "VVG_KEY_PEXELS",
                        " from-the-environment\n",
                        "VVG_KEY_PIXABAY",
                        " ",
                        "VVG_KEY_AZURE_SPEECH",
                        "azure-key"),
                store,
                masking);
        assertThat(secrets.require("pexels").reveal()).isEqualTo("from-the-environment");
        assertThat(secrets.require("pixabay").reveal()).isEqualTo("from-the-store-too");
        assertThat(secrets.require("azure-speech").reveal()).isEqualTo("azure-key");
        assertThat(secrets.find("jamendo")).isEmpty();
    }

    @Test
    void saysHowToSetAKeyThatIsMissing() {
        Secrets secrets = new Secrets(Map.of(), new KeyStore(folder, null), masking);
        assertThatThrownBy(() -> secrets.require("azure-speech"))
                .isInstanceOf(Failure.Configuration.class)
                .hasMessageContaining("vvg keys set azure-speech")
                .hasMessageContaining("VVG_KEY_AZURE_SPEECH");
    }

    @Test
    void masksEveryKeyFromTheStartWhetherUsedOrNot() {
        KeyStore store = new KeyStore(folder, null);
        store.set(new KeyName("pexels"), new Secret("from-the-store"));
        new Secrets(Map.of("VVG_KEY_X", "from-the-environment"), store, masking).learnAll();
        assertThat(masking.mask("a from-the-store b from-the-environment c")).isEqualTo("a *** b *** c");
    }

    @Test
    void masksASecretInEveryUsualEncoding() {
        masking.learn(new Secret(VALUE));
        byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
        String form = URLEncoder.encode(VALUE, StandardCharsets.UTF_8);
        for (String text : new String[] {
            VALUE,
            form,
            form.replace("+", "%20"),
            form.replaceAll("%2F", "%2f")
                    .replaceAll("%2B", "%2b")
                    .replaceAll("%3D", "%3d")
                    .replaceAll("%C3%BC", "%c3%bc")
                    .replaceAll("%7E", "%7e")
                    .replaceAll("%3C", "%3c")
                    .replaceAll("%3E", "%3e")
                    .replaceAll("%5C", "%5c"),
            Base64.getEncoder().encodeToString(bytes),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
            HexFormat.of().formatHex(bytes),
            VALUE.replace("\\", "\\\\").replace("\"", "\\\""),
            VALUE.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;")
                    .replace("'", "&#39;")
        }) {
            assertThat(masking.mask("before " + text + " after")).isEqualTo("before *** after");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "user:", "Client-ID "})
    void masksASecretInsideALongerBase64(String before) {
        masking.learn(new Secret("s3cret-value-0123456789"));
        String encoded = Base64.getEncoder()
                .encodeToString((before + "s3cret-value-0123456789" + ":tail").getBytes(StandardCharsets.UTF_8));
        String masked = masking.mask("Basic " + encoded);
        assertThat(masked).contains("***");
        String shown = masked.replace("Basic ", "").split("\\*\\*\\*")[0];
        assertThat(shown.length()).isLessThanOrEqualTo(before.length() * 4 / 3 + 3);
    }

    @Test
    void masksTheLongerOfTwoSecretsFirst() {
        masking.learn(new Secret("abcdefgh"));
        masking.learn(new Secret("abcdefgh-and-more"));
        assertThat(masking.mask("x abcdefgh-and-more y abcdefgh z")).isEqualTo("x *** y *** z");
    }

    @Test
    void leavesOrdinaryTextAlone() {
        masking.learn(new Secret("any"));
        assertThat(masking.mask("as many as any")).isEqualTo("as many as any");
        assertThat(masking.mask(null)).isNull();
    }
}
