package org.plumbline.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.plumbline.error.Problem;
import org.plumbline.text.Text;
import org.plumbline.yaml.Nearest;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the user's language what is wrong with a command line; picocli knows English alone. */
final class Misuse {

    private final CommandSpec command;

    private Misuse(ParameterException exception) {
        this.command = exception.getCommandLine().getCommandSpec();
    }

    /** What is wrong and what to do about it. */
    static Problem of(ParameterException exception) {
        return new Misuse(exception).problem(exception);
    }

    /** Where the usage is shown. */
    static Text help(ParameterException exception) {
        return new Text("运行 %s --help 查看用法", "see %s --help")
                .with(exception.getCommandLine().getCommandSpec().qualifiedName());
    }

    private Problem problem(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), unmatched.isUnknownOption());
        } else if (exception instanceof MissingParameterException missing) {
            return missing(missing.getMissing());
        } else if (exception instanceof OverwrittenOptionException twice) {
            return Problem.of(
                    new Text("选项 %s 给出了不止一次", "the option %s is given more than once")
                            .with(name(twice.getOverwritten())),
                    new Text("请只保留一次", "give it once"));
        }
        ArgSpec argument = exception.getArgSpec();
        return argument == null
                ? Problem.of(
                        new Text("命令行有误", "the command line cannot be understood"),
                        new Text("请核对各选项与参数", "check its options and arguments"))
                : unfit(argument, String.valueOf(exception.getValue()));
    }

    private Problem unmatched(String argument, boolean option) {
        if (option) {
            String name = argument.replaceAll("=.*", "");
            return Problem.of(
                    new Text("没有选项 %s", "there is no option %s").with(name),
                    Nearest.remedy(name, command.optionsMap().keySet()));
        }
        Collection<String> commands = command.subcommands().keySet();
        return commands.isEmpty()
                ? Problem.of(
                        new Text("多余的参数“%s”", "the argument \"%s\" is one too many").with(argument),
                        new Text("含空格的参数请加引号，否则请删去", "put an argument with spaces in quotes, or leave it out"))
                : Problem.of(
                        new Text("没有命令“%s”", "there is no command \"%s\"").with(argument),
                        Nearest.remedy(argument, commands));
    }

    private Problem missing(List<ArgSpec> missing) {
        if (missing.size() == 1 && missing.get(0).isOption()) {
            ArgSpec option = missing.get(0);
            return Problem.of(
                    new Text("选项 %s 缺少值", "the option %s has no value").with(name(option)),
                    new Text("请写成 %s %s", "write %s %s").with(name(option), option.paramLabel()));
        }
        String names = missing.stream().map(Misuse::name).collect(Collectors.joining(" "));
        return Problem.of(
                new Text("缺少参数 %s", "the argument %s is missing").with(names),
                new Text("请写成 %s %s", "write %s %s").with(command.qualifiedName(), names));
    }

    private static Problem unfit(ArgSpec argument, String value) {
        return Problem.of(
                new Text("%s 的值“%s”无效", "%s cannot be \"%s\"").with(name(argument), value),
                expected(argument.typeInfo().getType()));
    }

    private static Text expected(Class<?> type) {
        if (type.isEnum()) {
            String words =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
            return new Text("可用的有: %s", "use one of: %s").with(words);
        } else if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return new Text("应为整数", "it must be a whole number");
        } else if (type == boolean.class) {
            return new Text("该选项不带值", "this option takes no value");
        }
        return new Text("请核对其写法", "check how it is written");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
