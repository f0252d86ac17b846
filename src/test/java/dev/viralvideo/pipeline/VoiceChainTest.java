package dev.viralvideo.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.audio.Voice;
import dev.viralvideo.audio.Voices;
import dev.viralvideo.failure.Failure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VoiceChainTest {
    private static final Voice ELEVEN = voice("elevenlabs");
    private static final Voice AZURE = voice("azure");
    private static final Voices KNOWN = new Voices(List.of(Voices.EMBEDDED, ELEVEN, AZURE));

    @Test
    void the_voice_that_was_asked_for_then_those_that_stand_in_last_the_embedded_one() {
        VoiceChain chain = chain("azure");
        chain.begin("p", "elevenlabs:Ada");
        assertThat(chain.current("p").name()).isEqualTo("elevenlabs:Ada");
        assertThat(chain.giveUp("p", chain.current("p"), failure("no key"))).isTrue();
        assertThat(chain.current("p")).isEqualTo(AZURE);
        assertThat(chain.giveUp("p", AZURE, failure("over quota"))).isTrue();
        assertThat(chain.current("p")).isEqualTo(Voices.EMBEDDED);
        assertThat(chain.end("p"))
                .containsExactly(
                        "the voice 'elevenlabs:Ada' failed: no key; 'azure' spoke instead",
                        "the voice 'azure' failed: over quota; 'cmu-slt-hsmm' spoke instead");
    }

    @Test
    void a_voice_that_is_named_twice_is_tried_once() {
        VoiceChain chain = chain("elevenlabs", "cmu-slt-hsmm");
        chain.begin("p", "elevenlabs");
        chain.giveUp("p", ELEVEN, failure("down"));
        assertThat(chain.current("p")).isEqualTo(Voices.EMBEDDED);
        assertThat(chain.giveUp("p", Voices.EMBEDDED, failure("cannot read this")))
                .isFalse();
    }

    @Test
    void segments_that_fail_at_the_same_time_move_on_once() {
        VoiceChain chain = chain("azure");
        chain.begin("p", "elevenlabs");
        assertThat(IntStream.range(0, 16).parallel().allMatch(i -> chain.giveUp("p", ELEVEN, failure("down"))))
                .isTrue();
        assertThat(chain.current("p")).isEqualTo(AZURE);
        assertThat(chain.end("p")).hasSize(1);
    }

    @Test
    void when_all_have_failed_the_first_failure_is_told() {
        VoiceChain chain = chain();
        chain.begin("p", "elevenlabs");
        chain.giveUp("p", ELEVEN, failure("over quota"));
        Failure last = failure("no English");
        assertThat(chain.giveUp("p", Voices.EMBEDDED, last)).isFalse();
        assertThat(chain.first("p", last)).hasMessage("over quota");

        chain.begin("q", "cmu-slt-hsmm");
        assertThat(chain.giveUp("q", Voices.EMBEDDED, last)).isFalse();
        assertThat(chain.first("q", last)).isSameAs(last);
    }

    @Test
    void projects_do_not_share_their_voices() {
        VoiceChain chain = chain("azure");
        chain.begin("p", "elevenlabs");
        chain.begin("q", "elevenlabs");
        chain.giveUp("p", ELEVEN, failure("down"));
        assertThat(chain.current("q")).isEqualTo(ELEVEN);
        assertThat(chain.end("q")).isEmpty();
    }

    @Test
    void a_voice_that_nobody_knows_is_refused_at_once() {
        assertThatThrownBy(() -> chain().begin("p", "nobody"))
                .isInstanceOf(Failure.Validation.class)
                .hasMessageContaining("'nobody' is not known");
        assertThatThrownBy(() -> chain("nobody").begin("p", "elevenlabs")).isInstanceOf(Failure.Validation.class);
    }

    private static VoiceChain chain(String... fallbacks) {
        return new VoiceChain(() -> KNOWN, List.of(fallbacks));
    }

    private static Voice voice(String provider) {
        return new Voice(provider, "multi", "neutral", provider, "a voice", true);
    }

    private static Failure failure(String message) {
        return new Failure.ExternalService("PROVIDER_TRANSIENT", true, message, null);
    }
}
