package org.plumbline.tank;

import org.plumbline.junit.ConformanceSuite;
import org.plumbline.junit.Treatment;
import org.plumbline.text.Language;

/** Classes for the engine's own tests; nested, so that surefire does not run them. */
public final class TankSuites {

    /** The suite's folder. */
    public static final String SUITE = "src/test/resources/tank/suite";

    private static final String BENCHES = "src/test/resources/tank/";

    private TankSuites() {}

    /** Everything that applies passes. */
    @ConformanceSuite(suites = SUITE, bench = BENCHES + "good.yaml", virtual = true, language = Language.EN, out = "")
    public static class Good {}

    /** Of everything something. */
    @ConformanceSuite(suites = SUITE, bench = BENCHES + "bad.yaml", virtual = true, language = Language.EN, out = "")
    public static class Bad {}

    /** The same in Chinese, with what is not decided aborted and deviations failed. */
    @ConformanceSuite(
            suites = SUITE,
            bench = BENCHES + "bad.yaml",
            virtual = true,
            language = Language.ZH,
            out = "",
            inconclusive = Treatment.ABORT,
            deviation = Treatment.FAIL)
    public static class BadInChinese {}

    /** One requirement cannot be decided, and that alone. */
    @ConformanceSuite(
            suites = SUITE,
            bench = BENCHES + "low.yaml",
            virtual = true,
            language = Language.EN,
            out = "",
            inconclusive = Treatment.ABORT)
    public static class Undecided {}

    /** Only two requirements, of which none is the undecided one. */
    @ConformanceSuite(
            suites = SUITE,
            bench = BENCHES + "low.yaml",
            virtual = true,
            language = Language.EN,
            out = "",
            tags = "@TK-A01 or @TK-S01")
    public static class Selected {}

    /** Only a recommendation. */
    @ConformanceSuite(
            suites = SUITE,
            bench = BENCHES + "slow.yaml",
            virtual = true,
            language = Language.EN,
            out = "",
            tags = "@TK-Q01 and not @TK-A02")
    public static class OnlyRecommendation {}

    /** Everything but a recommendation is met. */
    @ConformanceSuite(suites = SUITE, bench = BENCHES + "slow.yaml", virtual = true, language = Language.EN, out = "")
    public static class Slow {}

    /** The connection breaks while the run goes on. */
    @ConformanceSuite(suites = SUITE, bench = BENCHES + "cut.yaml", virtual = true, language = Language.EN, out = "")
    public static class Cut {}

    /** The simulated device throws what no harness knows. */
    @ConformanceSuite(
            suites = SUITE,
            bench = BENCHES + "bursting.yaml",
            virtual = true,
            language = Language.EN,
            out = "")
    public static class Bursting {}

    /** Asks for virtual time of a bench that is not simulated. */
    @ConformanceSuite(suites = SUITE, bench = BENCHES + "real.yaml", virtual = true, language = Language.EN, out = "")
    public static class NotSimulated {}

    /** Its bench.yaml has a mistake; its other suite is not there. */
    @ConformanceSuite(
            suites = {SUITE, "no-such-suite"},
            bench = BENCHES + "mistaken.yaml",
            virtual = true,
            language = Language.EN,
            out = "")
    public static class Mistaken {}

    /** Its bench.yaml has a mistake, and it is told in Chinese. */
    @ConformanceSuite(suites = SUITE, bench = BENCHES + "mistaken.yaml", language = Language.ZH, out = "")
    public static class MistakenInChinese {}

    /** Names nothing. */
    @ConformanceSuite(
            suites = {},
            bench = BENCHES + "good.yaml",
            language = Language.EN)
    public static class Nameless {}

    /** Keeps what it did. */
    @ConformanceSuite(
            suites = SUITE,
            bench = BENCHES + "good.yaml",
            virtual = true,
            language = Language.EN,
            out = "target/kept",
            tags = "@TK-A01")
    public static class Kept {}

    /** Is too hot at times, and tried three times. */
    @ConformanceSuite(
            suites = SUITE,
            bench = BENCHES + "hot-at-times.yaml",
            virtual = true,
            language = Language.EN,
            out = "",
            tags = "@TK-A01 or @TK-A02 or @TK-S02",
            repeat = 3)
    public static class Repeated {}

    /** Waits for a pump that never starts, live. */
    @ConformanceSuite(
            suites = SUITE,
            bench = BENCHES + "stdout.yaml",
            language = Language.EN,
            out = "",
            tags = "@TK-S01")
    public static class Live {}

    /** Passes the annotation on. */
    @ConformanceSuite(
            suites = SUITE,
            bench = BENCHES + "good.yaml",
            virtual = true,
            language = Language.EN,
            out = "",
            tags = "@TK-A03")
    public abstract static class Inherited {
        /** Has it from its parent. */
        public static class Child extends Inherited {}
    }

    /** Would be noticed if it were initialised or instantiated. */
    @ConformanceSuite(suites = SUITE, bench = BENCHES + "good.yaml", virtual = true, language = Language.EN, out = "")
    public static class Untouched {
        static {
            Touched.note(Untouched.class);
        }
    }

    /** Has no annotation. */
    public static class Stranger {
        static {
            Touched.note(Stranger.class);
        }
    }
}
