package org.plumbline.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.plumbline.text.Language;

/**
 * Makes a class stand for conformance suites that run on a bench: each scenario becomes a test under its clause. The
 * class itself is never instantiated and may be empty; an abstract one passes the annotation on and is not run itself.
 *
 * <pre>{@code
 * @ConformanceSuite(suites = "underwater", bench = "bench.yaml")
 * class RovConformanceTest {}
 * }</pre>
 *
 * <p>A failed {@code shall} fails its scenario. A last test of each suite, "verdict of the run", fails unless every
 * applicable {@code shall} requirement of the scenarios that were selected was judged and passed; no filter takes it
 * away.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ConformanceSuite {

    /** Names of suites that come with the product, or folders with standard.yaml and feature files; at least one. */
    String[] suites();

    /** The bench.yaml; like every path here from the working directory, which Maven sets to the module. */
    String bench();

    /** A tag expression that selects scenarios, such as {@code @UW-A02 or @UW-A03}; empty for all. */
    String tags() default "";

    /** Whether to run in virtual time, with the simulated device that the bench names. */
    boolean virtual() default false;

    /** How many times each scenario is executed, from 1: further attempts are tests of their own, and every one counts. */
    int repeat() default 1;

    /** Of scenarios and messages, one at most; the machine's language where none is given. */
    Language[] language() default {};

    /** Where each run makes its folder of evidence; empty where nothing is kept. */
    String out() default "target/plumbline";

    /** What becomes of a scenario that shows neither conformity nor nonconformity of a {@code shall} requirement. */
    Treatment inconclusive() default Treatment.FAIL;

    /** What becomes of a scenario in which only {@code should} requirements are not met: they do not decide. */
    Treatment deviation() default Treatment.ABORT;
}
