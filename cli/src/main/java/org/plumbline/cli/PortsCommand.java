package org.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import org.plumbline.serial.SerialPorts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline ports}. */
@Command(name = "ports", resourceBundle = "org.plumbline.cli.help")
final class PortsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private CommonOptions common;

    @Option(names = "--json", descriptionKey = "common.json")
    private boolean json;

    PortsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<SerialPorts.Port> ports = SerialPorts.list();
        if (json) {
            console.out().println(new ObjectMapper().valueToTree(ports).toPrettyString());
        } else if (ports.isEmpty()) {
            console.say(
                    "没有找到串口。USB 转串口适配器插好后再试；Linux 上请确认用户属于 dialout 组。",
                    "No serial port was found. Plug the USB adapter in and try again; on Linux check that you are in the group dialout.");
        } else {
            Columns columns = new Columns();
            columns.row(
                    console.text("端口", "port"),
                    console.text("说明", "description"),
                    console.text("标识", "identity"),
                    console.text("状态", "state"));
            ports.forEach(port -> columns.row(
                    port.name(),
                    port.description(),
                    port.identity(),
                    port.state().in(console.language())));
            columns.lines().forEach(console.out()::println);
        }
        return 0;
    }
}
