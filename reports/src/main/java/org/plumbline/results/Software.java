package org.plumbline.results;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Plugin;
import org.plumbline.channel.PluginOrigin;

/**
 * What the results were made with.
 *
 * @param plugins what the run had of the jars of others
 */
public record Software(String plumbline, String java, String os, List<PluginOrigin> plugins) {

    private static final String MAVEN = "/META-INF/maven/org.plumbline/reports/pom.properties";

    /** This process; the version is {@code development} where it does not run from a jar. */
    public static Software here() {
        return new Software(
                version(),
                System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                Adapters.installed().plugins().stream().flatMap(Plugin::origins).toList());
    }

    /** The same, for a run that was made elsewhere. */
    public Software with(List<PluginOrigin> then) {
        return new Software(plumbline, java, os, then);
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = Software.class.getResourceAsStream(MAVEN)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return properties.getProperty("version", "development");
    }
}
