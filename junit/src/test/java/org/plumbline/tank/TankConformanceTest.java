package org.plumbline.tank;

import org.plumbline.junit.ConformanceSuite;

/** What a manufacturer writes; surefire really runs it, beside the tests of JUnit Jupiter. */
@ConformanceSuite(suites = TankSuites.SUITE, bench = "src/test/resources/tank/good.yaml", virtual = true)
class TankConformanceTest {}
