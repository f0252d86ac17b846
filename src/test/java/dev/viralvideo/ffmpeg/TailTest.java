package dev.viralvideo.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TailTest {
    @Test
    void onlyTheEndIsKept() throws IOException {
        Tail tail = new Tail(4);
        tail.readAll(new ByteArrayInputStream("abc".getBytes()));
        assertThat(tail.text()).isEqualTo("abc");
        assertThat(tail.overflowed()).isFalse();
        tail.readAll(new ByteArrayInputStream("defgh".getBytes()));
        assertThat(tail.text()).isEqualTo("efgh");
        assertThat(tail.overflowed()).isTrue();
    }
}
