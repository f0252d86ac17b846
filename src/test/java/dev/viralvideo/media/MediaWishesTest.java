package dev.viralvideo.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MediaWishesTest {
    private static final List<String> KNOWN = List.of("local", "backdrop", "pexels");

    @Test
    void noWishAsksEveryProvider() {
        assertThat(KNOWN).allMatch(MediaWishes.of(List.of(), KNOWN)::asks);
    }

    @Test
    void namedProvidersAloneAreAsked() {
        MediaWishes wishes = MediaWishes.of(List.of("backdrop"), KNOWN);
        assertThat(KNOWN).filteredOn(wishes::asks).containsExactly("backdrop");
    }

    @Test
    void ownFilesAskTheMediaFolder() {
        MediaWishes wishes = MediaWishes.of(List.of("trip/one.mp4", "pexels"), KNOWN);
        assertThat(KNOWN).filteredOn(wishes::asks).containsExactly("local", "pexels");
        assertThat(wishes.files()).containsExactly("trip/one.mp4");
    }
}
