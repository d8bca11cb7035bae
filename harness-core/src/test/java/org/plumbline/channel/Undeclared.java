package org.plumbline.channel;

/** What a plugin throws although it is not declared, as Kotlin does. */
public final class Undeclared {

    private Undeclared() {}

    /** Throws it, and returns nothing. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <R, T extends Throwable> R thrown(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
