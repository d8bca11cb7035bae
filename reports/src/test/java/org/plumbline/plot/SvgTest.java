package org.plumbline.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgTest {

    @Test
    void escapesWhatXmlDoesNotAllow() {
        assertThat(Svg.escaped("深度 < 4 & \"x\"\u0000\uD800")).isEqualTo("深度 &lt; 4 &amp; &quot;x&quot;\uFFFD\uFFFD");
    }

    @Test
    void writesTextAsText() {
        Svg svg = new Svg(10, 20);
        svg.text(1.25, 2, "fill=\"red\"", "定深");
        assertThat(svg.end())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10.0 20.0\"")
                .contains("<text x=\"1.3\" y=\"2.0\" fill=\"red\">定深</text>")
                .endsWith("</svg>\n");
    }
}
