package dev.viralvideo.pipeline;

import org.apache.camel.component.springrabbit.DefaultListenerContainerFactory;
import org.apache.camel.component.springrabbit.SpringRabbitMQEndpoint;
import org.springframework.amqp.rabbit.listener.AbstractMessageListenerContainer;

/** Listeners that never give up: whatever is wrong with the broker may be mended while we run. */
final class Listeners extends DefaultListenerContainerFactory {
    private static final long RECOVERY_MILLIS = 1_000;

    @Override
    public AbstractMessageListenerContainer createListenerContainer(SpringRabbitMQEndpoint endpoint) {
        AbstractMessageListenerContainer listener = super.createListenerContainer(endpoint);
        listener.setRecoveryInterval(RECOVERY_MILLIS);
        listener.setMissingQueuesFatal(false);
        listener.setPossibleAuthenticationFailureFatal(false);
        listener.setDefaultRequeueRejected(true);
        return listener;
    }
}
