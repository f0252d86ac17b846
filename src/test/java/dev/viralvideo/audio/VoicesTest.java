package dev.viralvideo.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.failure.Failure;
import org.junit.jupiter.api.Test;

class VoicesTest {
    private final Voices voices = Voices.embedded();

    @Test
    void findsByNameOrTakesTheDefault() {
        assertThat(voices.find("CMU-slt-hsmm")).isEqualTo(Voices.EMBEDDED);
        assertThat(voices.find(null)).isEqualTo(Voices.EMBEDDED);
        assertThat(voices.find(" ")).isEqualTo(Voices.EMBEDDED);
    }

    @Test
    void listsWhatIsKnownWhenAskedForAnother() {
        assertThatThrownBy(() -> voices.find("morgan"))
                .isInstanceOf(Failure.Validation.class)
                .hasMessage("voice 'morgan' is not known; use one of cmu-slt-hsmm");
    }
}
