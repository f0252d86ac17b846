package dev.viralvideo.video.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.viralvideo.stock.Licence;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditsTest {
    @Test
    void namesWorkAuthorSourceAndLicence() {
        Licence licence = new Licence(
                "CC-BY-4.0",
                "CC BY 4.0",
                "https://example.org/by",
                null,
                "Ann",
                null,
                "https://example.org/bee",
                "Bee by Ann");

        assertThat(Credits.markdown("Bees", List.of(new Credit("segment 1", "Bee", "commons", licence))))
                .isEqualTo(
                        "# Credits: Bees\n\n- **segment 1**: [Bee](https://example.org/bee) · by Ann · from commons · "
                                + "[CC BY 4.0](https://example.org/by) · Bee by Ann\n\n"
                                + "The works under Creative Commons licences were changed: cut, cropped, scaled and drawn over.\n");
    }

    @Test
    void hostileTextStaysText() {
        Licence licence = new Licence(
                "x",
                "[click](javascript:alert(1))",
                "javascript:alert(1)",
                null,
                "<script>\n# h",
                "javascript:alert(2)",
                "https://e.org/)![x](y \"",
                "*b*");

        String text = Credits.markdown("`t`\n---", List.of(new Credit("a**", "](x)", "www.evil.example", licence)));

        assertThat(text.lines()).hasSize(3);
        assertThat(text)
                .contains("\\<script\\> \\# h", "\\*b\\*", "\\[click\\]", "\\`t\\`", "\\]\\(x\\)", "www\\.evil")
                .doesNotContain("](javascript", "](y");
    }
}
