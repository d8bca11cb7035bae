/** Diagrams as SVG that need no fonts and no library; start at {@link org.plumbline.plot.JudgementPlot}. */
@NullMarked
package org.plumbline.plot;

import org.jspecify.annotations.NullMarked;
