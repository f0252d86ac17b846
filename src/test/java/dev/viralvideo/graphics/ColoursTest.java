package dev.viralvideo.graphics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColoursTest {
    @Test
    void parsesWithAndWithoutAlpha() {
        assertThat(Colours.parse("#ff8000")).isEqualTo(new Color(255, 128, 0));
        assertThat(Colours.parse("#FF800080")).isEqualTo(new Color(255, 128, 0, 128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#1234567"})
    void refusesWhatIsNoColour(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Colours.parse(text));
    }

    @Test
    void contrastIsThatOfWcag() {
        assertThat(Colours.contrast(Color.BLACK, Color.WHITE)).isCloseTo(21, within(0.001));
        assertThat(Colours.contrast(Color.RED, Color.RED)).isEqualTo(1);
        assertThat(Colours.contrast(new Color(0x777777), Color.WHITE)).isCloseTo(4.48, within(0.01));
    }

    @Test
    void anyColourBecomesReadableOnAnyGround() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            Color colour = new Color(random.nextInt(0x1000000));
            Color ground = new Color(random.nextInt(0x1000000));
            assertThat(Colours.contrast(Colours.readable(colour, ground), ground))
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(Colours.contrast(Colours.opposite(ground), ground)).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void whatIsReadableAlreadyStaysAsItIs() {
        assertThat(Colours.readable(Color.YELLOW, Color.BLACK)).isEqualTo(Color.YELLOW);
    }
}
