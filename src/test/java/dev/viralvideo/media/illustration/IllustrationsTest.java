package dev.viralvideo.media.illustration;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IllustrationsTest {
    private static final Illustrations ILLUSTRATIONS = Illustrations.bundled();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "honey bees",
                "volcanoes",
                "violin",
                "Roman Empire",
                "black hole",
                "coffee",
                "octopus",
                "sleep",
                "money",
                "penguins",
                "dinosaurs",
                "space",
                "brain",
                "chess",
                "tea",
                "ocean",
                "robots",
                "pyramids",
                "climate change",
                "cats",
                "dogs",
                "bicycle",
                "computer programming",
                "yoga",
                "Saturn",
                "musical instruments",
                "marketing",
                "productivity",
                "gold",
                "chocolate",
                "shark",
                "DNA",
                "lightning",
                "guitar",
                "basketball",
                "Vikings",
                "ancient Egypt",
                "Mozart",
                "trains",
                "stars",
                "blood",
                "heart",
                "moon",
                "mountain",
                "rain",
                "spiders",
                "snakes",
                "bread",
                "cheese",
                "wine",
                "wolf",
                "elephant",
                "bitcoin",
                "dreams",
                "friendship",
                "virus",
                "World War II",
                "Shakespeare",
                "photosynthesis",
                "artificial intelligence",
                "time management",
                "stoicism"
            })
    void everydaySubjectsHaveAtLeastThreePictures(String subject) {
        assertThat(ILLUSTRATIONS.find(List.of(subject), "")).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "honeybee, honeybee",
        "Honey Bees, honeybee",
        "volcano, volcano",
        "violin, violin",
        "roman empire, classical-building",
        "hot dog, hot-dog",
        "saturn, ringed-planet",
        "apple pie, pie",
        "beer, beer-mug",
        "robot, robot",
        "how to tie a tie, necktie"
    })
    void theBestPictureIsTheSubject(String term, String picture) {
        assertThat(ILLUSTRATIONS.find(List.of(term), "").get(0).name()).isEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"beetroot carpet", "scatter", "category", "carving", "antics", "batch", "eggshell white"})
    void partsOfWordsNeverMatch(String term) {
        assertThat(ILLUSTRATIONS.find(List.of(term), ""))
                .extracting(Illustration::name)
                .doesNotContain("honeybee", "cat", "cat-face", "automobile", "ant", "bat", "egg");
    }

    @Test
    void aSpecificTermBeatsTheHeadWordOfAnother() {
        assertThat(ILLUSTRATIONS
                        .find(List.of("waggle dance", "honey bee", "insect"), "")
                        .get(0)
                        .name())
                .isEqualTo("honeybee");
    }

    @Test
    void trainingIsNoTrain() {
        assertThat(ILLUSTRATIONS.find(List.of("training"), ""))
                .extracting(Illustration::name)
                .doesNotContain("train", "locomotive");
    }

    @Test
    void everyPictureOfTheIndexIsShipped() {
        assertThat(ILLUSTRATIONS.all())
                .hasSizeGreaterThan(600)
                .allMatch(picture -> Illustration.class.getResource(picture.name() + ".svgz") != null);
    }

    @Test
    void aSampleOfThePicturesIsDrawn() {
        for (int i = 0; i < ILLUSTRATIONS.all().size(); i += 23) {
            Illustration illustration = ILLUSTRATIONS.all().get(i);
            BufferedImage picture = SvgPicture.draw(illustration, 24);
            int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
            assertThat(Arrays.stream(pixels).filter(pixel -> pixel != 0).count())
                    .as(illustration.name())
                    .isGreaterThan(20);
        }
    }
}
