package org.plumbline.mqtt;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * The threads of Paho's clients. Where one of them dies Paho notices nothing, and the connection would stand without anybody
 * who receives. A thread belongs to the group of the one that makes it, and knows what that one knew.
 */
final class ClientThreads extends ThreadGroup {

    private static final ClientThreads GROUP = new ClientThreads();
    private static final InheritableThreadLocal<Consumer<Throwable>> TOLD = new InheritableThreadLocal<>();

    private ClientThreads() {
        super("plumbline-mqtt");
    }

    /**
     * Has a client make its threads, all that it ever has.
     *
     * @param told what one of them died of, on that thread
     * @return what connecting has returned
     */
    static <T> T connect(Consumer<Throwable> told, Callable<T> connecting) throws Exception {
        FutureTask<T> task = new FutureTask<>(() -> {
            TOLD.set(told);
            return connecting.call();
        });
        new Thread(GROUP, task, "plumbline-mqtt-connect").start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception failure ? failure : e;
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {
        TOLD.get().accept(failure);
    }
}
