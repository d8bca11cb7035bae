package org.plumbline.error;

/** Where the virtual machine itself is at its end nothing is the fault of the code that ran. */
public final class EndOfMachine {

    private EndOfMachine() {}

    /** Whether it is; a stack that overflows is the fault of whoever filled it. */
    public static boolean is(Throwable thrown) {
        return thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError);
    }

    /** Throws it on where it is. */
    public static void passOn(Throwable thrown) {
        if (is(thrown)) {
            throw (VirtualMachineError) thrown;
        }
    }
}
