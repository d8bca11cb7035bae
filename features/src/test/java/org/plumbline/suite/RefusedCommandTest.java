package org.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.Plumbline;
import org.plumbline.run.Run;
import org.plumbline.run.TrialResult;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Verdict;

/** A command of which its encoder finds only when it is sent that it cannot be encoded. */
class RefusedCommandTest {

    private static final Path GAUGE = Path.of("src/test/resources/gauge");

    @TempDir
    Path folder;

    private TrialResult trial() throws IOException {
        Path suite = Files.createDirectories(folder.resolve("suite"));
        Files.copy(GAUGE.resolve("suite/standard.yaml"), suite.resolve("standard.yaml"));
        Files.writeString(suite.resolve("10-extend.zh-CN.feature"), """
                # language: zh-CN
                功能: 没有订单的订单更新

                  @GA-A02
                  场景: 更新
                    当 发送命令 "extend"，其中 "node" 为 "B"
                    并且 测量 "level-gap"：信号 "level" 的最大间隔
                    那么 "level-gap" 应符合限值
                """);
        Files.copy(GAUGE.resolve("bench.yaml"), folder.resolve("bench.yaml"));
        String device = Files.readString(GAUGE.resolve("device.yaml"));
        Files.writeString(
                folder.resolve("device.yaml"),
                device.replace("signals:\n", """
                          fleet:
                            {transport: mqtt, broker: "tcp://127.0.0.1:1", subscribe: ["#"], codec: vda5050, vda5050-version: "2.1", manufacturer: E, serial-number: A}
                        signals:
                        """)
                        + "  extend: {channel: fleet, order-update-id: 1, route: [\"{node}\"]}\n");
        Run run = Plumbline.bench(folder.resolve("bench.yaml"))
                .virtual()
                .in(Language.ZH)
                .run(Suite.at(suite));
        assertThat(run.exitCode()).isEqualTo(4);
        return run.trials().get(0);
    }

    @Test
    void isAnErrorWithItsReasonInTheReadersLanguage() throws IOException {
        TrialResult trial = trial();
        assertThat(trial.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(trial.reason())
                .isEqualTo(new Text(
                        "device.yaml:13:3: 命令“extend”（node = B）无法编码: order-update-id 大于 0，但此前没有发送过订单，也没有写 order-id；"
                                + "请先发送 order-update-id 为 0 的订单，或写明 order-id",
                        "device.yaml:13:3: the command \"extend\" (node = B) cannot be encoded: the order-update-id is above 0,"
                                + " but no order was sent before and there is no order-id; send an order with"
                                + " order-update-id 0 first, or write the order-id"));
    }
}
