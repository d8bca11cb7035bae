package org.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.benchfile.BenchCorrection;
import org.plumbline.benchfile.BenchCorrection.Change;
import org.plumbline.channel.Adapters;
import org.plumbline.yaml.YamlFile;

/** A bench.yaml to judge by instead of the recorded one, and the device.yaml that it names, where that is there. */
record CorrectedBench(Path file) {

    /**
     * Puts them in the place of the recorded ones.
     *
     * @param inputs the copies of those
     * @param own gets what was put there, by name
     * @param settled channels whose file is in the recording already
     * @return what they say otherwise
     * @throws org.plumbline.error.InputException where that is more than how files are read
     */
    List<Change> replace(Path inputs, Map<String, Path> own, Set<String> settled) throws IOException {
        List<Change> changes = new ArrayList<>(replace(inputs, InputPrints.BENCH, file, own, settled));
        Optional<Path> device = device();
        if (device.isPresent()) {
            changes.addAll(replace(inputs, InputPrints.DEVICE, device.get(), own, settled));
        }
        return List.copyOf(changes);
    }

    private static List<Change> replace(
            Path inputs, String name, Path given, Map<String, Path> own, Set<String> settled) throws IOException {
        List<Change> changes = BenchCorrection.between(inputs.resolve(name), given, Adapters.installed(), settled);
        own.put(name, given);
        Files.copy(given, inputs.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        return changes;
    }

    private Optional<Path> device() {
        try {
            return YamlFile.read(file).text("device").map(file::resolveSibling).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty(); // no path on this computer
        }
    }
}
