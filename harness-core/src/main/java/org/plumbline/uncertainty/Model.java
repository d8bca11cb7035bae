package org.plumbline.uncertainty;

/** How a result follows from its inputs (JCGM 100:2008, 4.1). */
@FunctionalInterface
public interface Model {

    /**
     * The result, in its unit.
     *
     * @param inputs in the order of the contributions, each in its own unit; not to be changed
     */
    double value(double[] inputs);
}
