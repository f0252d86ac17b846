package dev.viralvideo.pipeline;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Stands in for the file endpoint's list of files in progress: files are taken one at a time, and the list loses track
 * of names with a backslash, which then would never be taken again.
 */
final class NothingRemembered extends ServiceSupport implements IdempotentRepository {
    @Override
    public boolean add(String key) {
        return true;
    }

    @Override
    public boolean contains(String key) {
        return false;
    }

    @Override
    public boolean remove(String key) {
        return true;
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {}
}
