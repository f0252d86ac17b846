package dev.viralvideo.ops.bean;

import dev.viralvideo.failure.Failure;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;

/** Registers our beans beside Camel's, as {@code dev.viralvideo:type=…}; they go when Camel stops. */
public final class ManagedBeans {
    private final CamelContext camel;

    public ManagedBeans(CamelContext camel) {
        this.camel = camel;
    }

    /** @param properties after the context, such as {@code type=stage,name=script} */
    public void register(String properties, Object bean) {
        try {
            ObjectName name = new ObjectName("dev.viralvideo:context=" + camel.getManagementName() + "," + properties);
            camel.getManagementStrategy().getManagementAgent().register(bean, name);
        } catch (JMException e) {
            throw new Failure.Internal("cannot register the managed bean " + properties, e);
        }
    }
}
