package org.plumbline.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

/** Published numbers kept beside a test class. */
public final class Reference {

    private Reference() {}

    /** A JSON file from the resources of that class's package. */
    public static JsonNode json(Class<?> beside, String name) {
        try {
            return new ObjectMapper().readTree(text(beside, name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A text file from the resources of that class's package. */
    public static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An array of numbers, or of numbers as texts. */
    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    /** Arrays of numbers, or an object of such. */
    public static List<double[]> groups(JsonNode arrays) {
        return StreamSupport.stream(arrays.spliterator(), false)
                .map(Reference::numbers)
                .toList();
    }

    /** Right digits: minus the logarithm of the relative error, 15 for none. */
    public static double digits(double value, double certified) {
        double error = Math.abs(value - certified) / (certified == 0 ? 1 : Math.abs(certified));
        return error == 0 ? 15 : Math.min(15, -Math.log10(error));
    }
}
