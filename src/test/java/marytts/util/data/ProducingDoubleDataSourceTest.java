package marytts.util.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.viralvideo.audio.MaryVoice;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProducingDoubleDataSourceTest {
    @Test
    void isFoundBeforeTheLibrarysClass() {
        assertThat(ProducingDoubleDataSource.class.getProtectionDomain().getCodeSource())
                .isEqualTo(MaryVoice.class.getProtectionDomain().getCodeSource());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4095, 4096, 4097, 300_000})
    void givesEverySampleOnceAndInOrder(int count) {
        ProducingDoubleDataSource source = counting(count);
        source.start();
        List<Double> read = new ArrayList<>();
        int[] sizes = {1, 1000, 8192, 3};
        for (int i = 0; source.hasMoreData(); i++) {
            double[] some = new double[sizes[i % sizes.length]];
            int got = source.getData(some, 0, some.length);
            for (int k = 0; k < got; k++) {
                read.add(some[k]);
            }
        }
        assertThat(read).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(read.get(i)).isEqualTo(i);
        }
    }

    @Test
    void refusesToBeReadBeforeItIsStarted() {
        ProducingDoubleDataSource source = counting(1);

        assertThatThrownBy(source::hasMoreData).isInstanceOf(IllegalStateException.class);
    }

    private static ProducingDoubleDataSource counting(int count) {
        return new ProducingDoubleDataSource() {
            @Override
            public void run() {
                for (int i = 0; i < count; i++) {
                    putOneDataPoint(i);
                }
                putEndOfStream();
            }
        };
    }
}
