package org.plumbline.benchmark.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A process of its own that says {@code name number} on lines of its own. */
public final class Child implements AutoCloseable {

    private final String name;
    private final Process process;
    private final BufferedReader output;

    private Child(String name, List<String> command) throws IOException {
        this.name = name;
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** A Java class with a main method, on the same class path. */
    public static Child java(List<String> options, Class<?> main, Object... arguments) throws IOException {
        return java(List.of(), options, main, arguments);
    }

    /** @param through a command that starts it */
    public static Child java(List<String> through, List<String> options, Class<?> main, Object... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(through);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-Dslf4j.internal.verbosity=ERROR");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return new Child(main.getSimpleName(), command);
    }

    /** Any program. */
    public static Child program(Object... words) throws IOException {
        List<String> command = List.of(words).stream().map(Object::toString).toList();
        return new Child(command.get(0), command);
    }

    /** Waits until it says that word on a line of its own. */
    public void await(String word) throws IOException {
        String line = output.readLine();
        while (line != null && !line.equals(word)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException(name + " ended without having said " + word);
        }
    }

    /**
     * Waits for its end.
     *
     * @return the numbers that it said, by name
     * @throws IOException where it ended with another code than 0
     */
    public Map<String, Double> numbers() throws IOException, InterruptedException {
        Map<String, Double> numbers = new HashMap<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            int space = line.indexOf(' ');
            if (space > 0) {
                numbers.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
            }
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(name + " ended with " + code);
        }
        return numbers;
    }

    /** Ends it. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
