package org.plumbline.allure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.Secrets;
import org.plumbline.channel.Adapters;
import org.plumbline.channel.Plugin;
import org.plumbline.quantity.Quantity;
import org.plumbline.run.CanaryResult;
import org.plumbline.run.Characterisation;
import org.plumbline.run.Run;
import org.plumbline.run.RunPlan;
import org.plumbline.standard.Standard;
import org.plumbline.text.Language;
import org.plumbline.text.Text;

/** What Allure reads beside the results: environment, categories, executor. */
final class RunFiles {

    private static final String ENVIRONMENT = "environment.properties";

    private final RunPlan plan;
    private final Language language;

    RunFiles(RunPlan plan, Language language) {
        this.plan = plan;
        this.language = language;
    }

    /** @throws UncheckedIOException where a file cannot be written */
    void write(Path folder) {
        ObjectMapper json = new ObjectMapper();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(ENVIRONMENT), properties());
            Files.write(folder.resolve("categories.json"), json.writeValueAsBytes(categories()));
            Files.write(folder.resolve("executor.json"), json.writeValueAsBytes(executor()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds to the environment what is only known at the end: how the judge did beforehand, where it was tested, what went
     * wrong, and whether the run went to its end.
     *
     * @throws UncheckedIOException where the file cannot be written
     */
    void ended(Run run, Path folder) {
        StringBuilder lines = new StringBuilder();
        CanaryResult.summary(run.canaries())
                .ifPresent(summary -> lines.append(line(new Text("判定自检", "self-check"), summary.in(language))));
        if (run.interrupted()) {
            lines.append(line(new Text("运行", "run"), new Text("未完成", "did not go to its end").in(language)));
        }
        for (int i = 0; i < run.incidents().size(); i++) {
            lines.append(line(
                    new Text("异常 %d", "incident %d").with(i + 1),
                    plan.bench().secrets().redact(run.incidents().get(i).in(language))));
        }
        try {
            Files.writeString(folder.resolve(ENVIRONMENT), lines, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, Object>> categories() {
        List<Map<String, Object>> categories = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.PASS) {
                Map<String, Object> category = new LinkedHashMap<>();
                category.put("name", outcome.category().in(language));
                category.put("matchedStatuses", List.of(outcome.key()));
                category.put("messageRegex", Pattern.quote(outcome.prefix(language)) + ".*");
                categories.add(category);
            }
        }
        return categories;
    }

    private Map<String, String> executor() {
        Map<String, String> executor = new LinkedHashMap<>();
        executor.put("name", plan.bench().laboratory().name());
        executor.put("type", "plumbline");
        executor.put("buildName", plan.id());
        return executor;
    }

    private String properties() {
        StringBuilder lines = new StringBuilder();
        environment().forEach((key, value) -> lines.append(line(key, value)));
        return lines.toString();
    }

    private String line(Text key, String value) {
        return escaped(key.in(language)).replace(" ", "\\ ") + '=' + escaped(value) + '\n';
    }

    /** As {@link java.util.Properties} reads it, in whatever encoding: {@code store} would add the time of day. */
    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        for (char c : words.toCharArray()) {
            if (c < ' ' || c > '~') {
                escaped.append("\\u%04X".formatted((int) c));
            } else {
                escaped.append("\\:=#!".indexOf(c) < 0 ? "" : "\\").append(c);
            }
        }
        return escaped.toString();
    }

    private Map<Text, String> environment() {
        DeviceIdentity device = plan.bench().device().identity();
        Standard standard = plan.standard();
        Map<Text, String> environment = new LinkedHashMap<>();
        environment.put(new Text("受试设备", "device"), device.manufacturer() + " " + device.model());
        environment.put(new Text("出厂编号", "serial number"), device.serialNumber());
        environment.put(new Text("固件版本", "firmware"), device.firmware());
        environment.put(new Text("实验室", "laboratory"), plan.bench().laboratory().name());
        environment.put(new Text("试验人员", "operator"), plan.bench().operator());
        environment.put(
                new Text("标准", "standard"),
                standard.id() + " " + standard.title().in(language));
        environment.put(new Text("标准版次", "revision"), standard.revision());
        environment.put(new Text("运行方式", "driver"), plan.driver());
        environment.put(new Text("随机种子", "seed"), Long.toString(plan.bench().seed()));
        characterisation(environment);
        plan.bench().environment().forEach((name, value) -> environment.put(Text.same(name), value));
        environment.put(
                Text.same("Java"), System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        environment.put(
                new Text("操作系统", "operating system"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put(Text.same("Plumbline"), version());
        for (Plugin plugin : Adapters.installed().plugins()) {
            environment.put(new Text("插件 %s", "plugin %s").with(plugin.jar().getFileName()), plugin.sha256());
        }
        return environment;
    }

    private void characterisation(Map<Text, String> environment) {
        Characterisation measured = plan.characterisation();
        if (measured.resolution() > 0) {
            environment.put(
                    new Text("时钟分辨力", "resolution of the clock"), Quantity.plain(measured.resolution()) + " ns");
        }
        Secrets secrets = plan.bench().secrets();
        measured.channels()
                .forEach(channel -> environment.put(
                        new Text("时间戳 %s", "time stamps %s").with(channel.channel()),
                        secrets.redact(channel.words().in(language))));
        measured.files()
                .forEach(file -> environment.put(
                        new Text("文件 %s", "file of %s").with(file.channel()),
                        secrets.redact(file.words().in(language))));
    }

    private static String version() {
        String version = RunFiles.class.getPackage().getImplementationVersion();
        return version == null ? "(development)" : version;
    }
}
