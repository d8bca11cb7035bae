package org.plumbline.stage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Figures that somebody else made. */
public final class Published {

    /** Thirty attained positions, mm; commanded were 400, 0, 600. */
    public static final List<double[]> POSITIONS = read("iso9283_pose_30cycles.csv")
            .lines()
            .skip(1)
            .map(line -> Arrays.stream(line.split(","))
                    .skip(1)
                    .mapToDouble(Double::parseDouble)
                    .toArray())
            .toList();

    private Published() {}

    /** A case of protective separation, by a name that ends with its number from 1. */
    public static JsonNode separation(String name) {
        try {
            return new ObjectMapper().readTree(read("ssm_golden.json")).get(name.charAt(name.length() - 1) - '1');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file beside the stage. */
    public static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Published.class.getResourceAsStream("/stage/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
