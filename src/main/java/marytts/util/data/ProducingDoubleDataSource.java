package marytts.util.data;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import marytts.signalproc.process.InlineDataProcessor;

/**
 * Takes the place of MaryTTS 5.2.1's class of this name, through which the vocoder's thread hands its samples to the
 * reader. The original sends each of the 48,000 samples a second through a queue by itself, which costs more than making
 * them; here they go over in blocks, with the same result to the last bit. Being in the application's own jar, it is
 * found before the library's. Decision 0005 tells what it gains.
 */
public abstract class ProducingDoubleDataSource extends BufferedDoubleDataSource implements Runnable {
    private static final int BLOCK = 4096;
    private static final int MOST_BLOCKS = 64;
    /** An empty block is the end of the stream. */
    private final ArrayBlockingQueue<double[]> blocks = new ArrayBlockingQueue<>(MOST_BLOCKS);

    private double[] writing = new double[BLOCK];
    private int written;
    private double[] reading = {};
    private int read;
    private volatile boolean started;
    private boolean ended;

    protected ProducingDoubleDataSource() {
        this(-1, null);
    }

    /** @param samples how many there will be, -1 when not known */
    protected ProducingDoubleDataSource(long samples) {
        this(samples, null);
    }

    protected ProducingDoubleDataSource(InlineDataProcessor processor) {
        this(-1, processor);
    }

    protected ProducingDoubleDataSource(long samples, InlineDataProcessor processor) {
        super((DoubleDataSource) null, processor);
        dataLength = samples;
    }

    public void start() {
        Thread producer = new Thread(this, "voice-vocoder");
        producer.setDaemon(true);
        started = true;
        producer.start();
    }

    @Override
    public abstract void run();

    /** Called by the producer's thread only. */
    public void putOneDataPoint(double sample) {
        writing[written++] = sample;
        if (written == BLOCK) {
            handOver();
        }
    }

    protected void putEndOfStream() {
        if (written > 0) {
            handOver();
        }
        handOver();
    }

    private void handOver() {
        try {
            blocks.put(Arrays.copyOf(writing, written));
            written = 0;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public boolean hasMoreData() {
        checkStarted();
        return !ended || currentlyInBuffer() > 0;
    }

    @Override
    public int available() {
        checkStarted();
        return currentlyInBuffer() + reading.length - read;
    }

    /** Waits until there are that many samples or no more to come. */
    @Override
    protected boolean readIntoBuffer(int samples) {
        checkStarted();
        if (ended) {
            return false;
        }
        makeRoom(samples);
        int from = writePos;
        while (writePos - from < samples && hasBlock()) {
            int some = Math.min(samples - (writePos - from), reading.length - read);
            System.arraycopy(reading, read, buf, writePos, some);
            read += some;
            writePos += some;
        }
        if (dataProcessor != null) {
            dataProcessor.applyInline(buf, from, writePos - from);
        }
        return writePos - from == samples;
    }

    private void makeRoom(int samples) {
        if (bufferSpaceLeft() < samples) {
            increaseBufferSize(samples + currentlyInBuffer());
        } else if (buf.length - writePos < samples) {
            compact();
        }
    }

    private boolean hasBlock() {
        if (read == reading.length && !ended) {
            try {
                reading = blocks.take();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            read = 0;
            ended = reading.length == 0;
        }
        return !ended;
    }

    private void checkStarted() {
        if (!started) {
            throw new IllegalStateException("the producer was not started: call start()");
        }
    }

    private static RuntimeException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while speaking", e);
    }
}
