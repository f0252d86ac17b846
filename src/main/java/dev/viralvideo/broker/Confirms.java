package dev.viralvideo.broker;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConfirmListener;
import com.rabbitmq.client.Return;
import com.rabbitmq.client.ReturnCallback;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What the broker has answered to the messages of one channel. */
final class Confirms implements ConfirmListener, ReturnCallback {
    private final List<Outgoing> messages;
    private final ConcurrentNavigableMap<Long, Outgoing> travelling = new ConcurrentSkipListMap<>();
    private final Set<Outgoing> arrived =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private volatile boolean returned;

    Confirms(List<Outgoing> messages) {
        this.messages = messages;
    }

    void listenTo(Channel channel) {
        channel.addConfirmListener(this);
        channel.addReturnListener(this);
    }

    /** Another sender may use it now. */
    void leave(Channel channel) {
        channel.clearConfirmListeners();
        channel.clearReturnListeners();
    }

    void sent(long number, Outgoing message) {
        travelling.put(number, message);
    }

    @Override
    public void handleAck(long number, boolean andAllBefore) {
        var answered = travelling.subMap(andAllBefore ? 0 : number, true, number, true);
        arrived.addAll(answered.values());
        answered.clear();
    }

    /** It stays among those that are missing. */
    @Override
    public void handleNack(long number, boolean andAllBefore) {
        travelling.subMap(andAllBefore ? 0 : number, true, number, true).clear();
    }

    /** It comes before the confirm, and does not say which message of ours it is: all that must arrive are suspected. */
    @Override
    public void handle(Return message) {
        returned = true;
    }

    /** In their order. */
    List<Outgoing> missing() {
        return messages.stream()
                .filter(message -> !arrived.contains(message) || returned && message.mustArrive())
                .toList();
    }
}
