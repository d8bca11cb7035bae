package org.plumbline.suite;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plumbline.bench.Bench;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.SignalSpec;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import org.plumbline.yaml.Problems;

/**
 * Looks up what scenarios name on the bench.
 *
 * @param references signals that count as truth: that they are there is checked with the instruments
 */
record BenchNames(Bench bench, CommandParameters parameters, List<String> references, Problems problems) {

    /** The same names for one scenario that is judged on a recording: the bench lacks what it lacks, also a truth. */
    BenchNames recorded() {
        return new BenchNames(bench, parameters, List.of(), new Problems());
    }

    Optional<SignalSpec> signal(String name, Place place) {
        Optional<SignalSpec> signal = bench.signal(name);
        if (signal.isEmpty() && !references.contains(name)) {
            List<String> names = bench.signals().stream().map(SignalSpec::name).toList();
            unknown(new Text("信号", "signal"), name, names, place);
        }
        return signal;
    }

    Optional<CommandSpec> command(String name, Place place) {
        Optional<CommandSpec> command = bench.command(name);
        if (command.isEmpty()) {
            List<String> names =
                    bench.commands().stream().map(CommandSpec::name).toList();
            unknown(new Text("命令", "command"), name, names, place);
        }
        return command;
    }

    void channel(String name, Place place) {
        if (bench.channel(name).isEmpty()) {
            List<String> names =
                    bench.channels().stream().map(ChannelSpec::name).toList();
            unknown(new Text("通道", "channel"), name, names, place);
        }
    }

    private void unknown(Text kind, String name, Collection<String> known, Place place) {
        problems.add(
                place,
                new Text("试验台上没有名为“%2$s”的%1$s", "the bench has no %s called \"%s\"").with(kind, name),
                Nearest.remedy(name, known));
    }

    /** A command that is sent again and again has one parameter to use, the number of the sending. */
    void repeated(CommandSpec command, Place place) {
        Map<String, String> counted = Map.of("n", "1");
        boolean uses = parameters.of(command).orElse(Set.of("n")).contains("n");
        parameters(command, uses ? counted : Map.of(), place);
    }

    /** @param given what the step gives, values as they are sent */
    void parameters(CommandSpec command, Map<String, String> given, Place place) {
        Optional<Set<String>> known = parameters.of(command);
        List<Problem> wrong =
                known.map(names -> wrong(command, names, given.keySet(), place)).orElse(List.of());
        wrong.forEach(problems::add);
        if (wrong.isEmpty()) {
            parameters
                    .refusal(command, given)
                    .ifPresent(refusal -> problems.add(place, said(refusal), refusal.remedy()));
        }
    }

    private static Text said(Problem refusal) {
        Place command = refusal.place();
        return command == null
                ? refusal.what()
                : new Text("%s（该命令在 %s）", "%s (the command is in %s)").with(refusal.what(), command);
    }

    private static List<Problem> wrong(CommandSpec command, Set<String> known, Set<String> given, Place place) {
        Optional<Problem> extra = given.stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .map(name -> new Problem(
                        place,
                        new Text("命令“%s”没有参数“%s”", "the command \"%s\" has no parameter \"%s\"")
                                .with(command.name(), name),
                        known.isEmpty() ? without(command) : Nearest.remedy(name, known)));
        Optional<Problem> missing = known.stream()
                .filter(name -> !given.contains(name))
                .findFirst()
                .map(name -> new Problem(
                        place,
                        new Text("命令“%s”缺少参数“%s”", "the command \"%s\" needs the parameter \"%s\"")
                                .with(command.name(), name),
                        with(command, name)));
        return extra.or(() -> missing).stream().toList();
    }

    private static Text without(CommandSpec command) {
        return new Text("请写成: 发送命令 \"%s\"", "write: command \"%s\" is sent").with(command.name());
    }

    private static Text with(CommandSpec command, String parameter) {
        return new Text(
                        "请写成: 发送命令 \"%1$s\"，其中 \"%2$s\" 为 \"…\"（一步只能给一个参数）",
                        "write: command \"%1$s\" is sent with \"%2$s\" = \"…\" (a step gives one parameter)")
                .with(command.name(), parameter);
    }
}
