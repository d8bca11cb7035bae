package org.plumbline.benchmark.overhead.glue;

import io.cucumber.java.zh_cn.当;

/** A step that does nothing, with a parameter as ours has. */
public final class NoOp {

    /** Does nothing. */
    @当("观察 {int} s")
    public void observe(int seconds) {
        // nothing, on purpose
    }
}
