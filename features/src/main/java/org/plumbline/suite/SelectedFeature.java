package org.plumbline.suite;

import io.cucumber.core.gherkin.Pickle;
import io.cucumber.plugin.event.Location;
import io.cucumber.plugin.event.Node;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A feature of which only some scenarios are executed. */
record SelectedFeature(io.cucumber.core.gherkin.Feature feature, List<Pickle> pickles)
        implements io.cucumber.core.gherkin.Feature {

    @Override
    public Pickle getPickleAt(Node node) {
        return feature.getPickleAt(node);
    }

    @Override
    public List<Pickle> getPickles() {
        return pickles;
    }

    @Override
    public URI getUri() {
        return feature.getUri();
    }

    @Override
    public String getSource() {
        return feature.getSource();
    }

    @Override
    public Iterable<?> getParseEvents() {
        return feature.getParseEvents();
    }

    @Override
    public Collection<Node> elements() {
        return feature.elements();
    }

    @Override
    public Location getLocation() {
        return feature.getLocation();
    }

    @Override
    public Optional<String> getKeyword() {
        return feature.getKeyword();
    }

    @Override
    public Optional<String> getName() {
        return feature.getName();
    }

    @Override
    public Optional<Node> getParent() {
        return feature.getParent();
    }
}
