package org.plumbline.tank;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The classes that were initialised. */
public final class Touched {

    private static final Set<Class<?>> CLASSES = ConcurrentHashMap.newKeySet();

    private Touched() {}

    static void note(Class<?> type) {
        CLASSES.add(type);
    }

    /** Whether that class was initialised. */
    public static boolean is(Class<?> type) {
        return CLASSES.contains(type);
    }
}
