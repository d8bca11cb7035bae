package org.plumbline.results;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.plumbline.run.Run;
import org.plumbline.text.Language;

/**
 * Writes junit.xml in the form that Surefire writes and Jenkins reads. That form knows four outcomes: what is inconclusive or
 * was not judged is skipped, as is what does not apply. Build servers take skipped cases as passed, so where a {@code shall}
 * is undecided a case of the run's own is an error. The outcome's type and the property
 * {@code plumbline.verdict} keep them apart. A failed {@code should} is a failure there too: {@code plumbline.modality}
 * tells. Time stamps are UTC.
 */
final class JunitXml {

    private final Run run;
    private final List<JunitCase> cases;
    private final XMLStreamWriter xml;

    private JunitXml(Run run, Language language, XMLStreamWriter xml) {
        this.run = run;
        this.cases = JunitCase.of(run, language);
        this.xml = xml;
    }

    static void write(Run run, Language language, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JunitXml(run, language, xml).document();
            xml.close();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        start("testsuites");
        counts();
        start("testsuite");
        attribute("name", run.plan().suite());
        counts();
        attribute("timestamp", run.plan().started().toString().substring(0, 19));
        properties(Map.of(
                "plumbline.run",
                run.plan().id(),
                "plumbline.verdict",
                run.verdict().key()));
        for (JunitCase testCase : cases) {
            testCase(testCase);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
    }

    private void counts() throws XMLStreamException {
        attribute("tests", String.valueOf(cases.size()));
        attribute("failures", count(JunitCase.FAILURE));
        attribute("errors", count(JunitCase.ERROR));
        attribute("skipped", count(JunitCase.SKIPPED));
        attribute("time", seconds(run.duration()));
    }

    private String count(String outcome) {
        return String.valueOf(cases.stream()
                .filter(testCase -> testCase.outcome().filter(outcome::equals).isPresent())
                .count());
    }

    private void testCase(JunitCase testCase) throws XMLStreamException {
        start("testcase");
        attribute("classname", testCase.className());
        attribute("name", testCase.name());
        attribute("time", seconds(testCase.nanos()));
        properties(testCase.properties());
        Optional<String> outcome = testCase.outcome();
        if (outcome.isPresent()) {
            start(outcome.get());
            attribute("message", String.join("; ", testCase.reasons()));
            attribute("type", testCase.verdict().key());
            xml.writeCharacters(XmlText.legal(String.join("\n", testCase.reasons())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void properties(Map<String, String> properties) throws XMLStreamException {
        start("properties");
        for (String name : properties.keySet().stream().sorted().toList()) {
            start("property");
            attribute("name", name);
            attribute("value", String.valueOf(properties.get(name)));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void start(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.legal(value).replaceAll("[\\r\\n\\t]+", " "));
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
    }
}
