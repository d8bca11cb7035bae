package org.plumbline.benchfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.bench.Bench;
import org.plumbline.bench.Calibration;
import org.plumbline.bench.ChannelSpec;
import org.plumbline.bench.CommandSpec;
import org.plumbline.bench.Device;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.bench.ErrorLimits;
import org.plumbline.bench.Instrument;
import org.plumbline.bench.Laboratory;
import org.plumbline.bench.Secrets;
import org.plumbline.bench.Settings;
import org.plumbline.bench.SignalSpec;
import org.plumbline.bench.Simulation;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.uncertainty.Distribution;

class BenchFileTest {

    static final Map<String, String> ENVIRONMENT =
            Map.of("NAV_PORT", "/dev/ttyNAV", "NAV_SPEED", "38400", "PASSWORD", "hunter2", "ENDLESS", "Infinity");

    private static final Unit M = Unit.of("m").orElseThrow();

    private final Bench bench = BenchFile.read(example(), TestAdapters.ALL, new Secrets(ENVIRONMENT::get));

    static Path example() {
        try {
            return Path.of(BenchFileTest.class.getResource("bench.yaml").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void readsWhatIsSaidOfTheWholeBench() {
        assertThat(bench.laboratory()).isEqualTo(new Laboratory("某检测中心", "none"));
        assertThat(bench.operator()).isEqualTo("王工");
        assertThat(bench.environment()).isEqualTo(Map.of("water-temperature", "15 degC", "salinity", "0"));
        assertThat(bench.seed()).isEqualTo(42);
        assertThat(bench.simulation()).isEqualTo(new Simulation("underwater", List.of("depth-drift")));
        assertThat(bench.file()).isEqualTo(example());
        assertThat(bench.deviceFile()).isEqualTo(example().resolveSibling("device.yaml"));
    }

    @Test
    void readsTheDevice() {
        Device device = bench.device();
        assertThat(device.identity())
                .isEqualTo(new DeviceIdentity("underwater", "Example Marine", "R-1", "00123", "1.10"));
        assertThat(device.ics()).isEqualTo(Map.of("U-DEPTH", true, "U-CRAWLER", false));
        assertThat(device.ixit())
                .isEqualTo(
                        Map.of("heartbeat-time-out", new Quantity(3, Unit.S), "thrusters", new Quantity(6, Unit.ONE)));
        assertThat(device.channels().keySet()).containsExactly("nav", "state");
        assertThat(device.signals().keySet()).containsExactly("depth", "heading", "mode");
        assertThat(device.commands().keySet()).containsExactly("hold-depth", "heartbeat", "safe-state");
    }

    @Test
    void resolvesReferencesOnlyForTheAdapter() {
        ChannelSpec nav = bench.channel("nav").orElseThrow();
        assertThat(nav.owner()).isEqualTo(Device.OWNER);
        assertThat(nav.transport()).isEqualTo("wire");
        assertThat(nav.codec()).isEqualTo("lines");
        assertThat(nav.settings().keys()).containsExactly("port", "speed", "terminator");
        assertThat(nav.settings().text("port")).contains("/dev/ttyNAV");
        assertThat(nav.settings().integer("speed")).contains(38400);
        assertThat(nav.settings().text("terminator")).contains("\r\n");
        assertThat(nav.settings().placeOf("speed")).hasToString(bench.deviceFile() + ":15:5");
        assertThat(nav.settings().placeOf("gain")).hasToString(bench.deviceFile() + ":12:3");
        Settings payload = bench.command("hold-depth").orElseThrow().settings();
        assertThat(payload.placeOf("payload")).hasToString(bench.deviceFile() + ":34:5");
        assertThat(payload.placeOf("payload.target")).hasToString(bench.deviceFile() + ":34:41");
        assertThat(payload.placeOf("payload.gains[1]")).hasToString(bench.deviceFile() + ":34:63");
        assertThat(payload.placeOf("payload.gains[2].no")).hasToString(bench.deviceFile() + ":34:59");
        ChannelSpec state = bench.channel("state").orElseThrow();
        assertThat(state.settings().text("broker")).contains("ssl://user:hunter2@host");
        assertThat(state.settings().texts("subscribe")).containsExactly("rov/1/state", "rov/1/alarm");
        assertThat(bench.toString()).contains("${env:PASSWORD}").doesNotContain("hunter2", "ttyNAV", "38400");
    }

    @Test
    void readsSignals() {
        SignalSpec depth = bench.signal("depth").orElseThrow();
        assertThat(depth.channel()).isEqualTo("nav");
        assertThat(depth.unit()).isEqualTo(M);
        assertThat(depth.uncertainty()).isEqualTo(new Quantity(0.02, M));
        assertThat(depth.circle()).isNull();
        assertThat(depth.settings().integer("field")).contains(1);
        assertThat(bench.signal("heading").orElseThrow().circle()).isEqualTo(360);
        assertThat(bench.signal("mode").orElseThrow().unit()).isEqualTo(Unit.ONE);
    }

    @Test
    void readsTextsByNameAsTheyAreWritten(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("device.yaml"),
                Files.readString(example().resolveSibling("device.yaml"))
                        .replace("circle: 360", "where: {1: 00, 3: 1.10, 4: false, 5: \"${env:PASSWORD}\"}"));
        Path file = Files.copy(example(), folder.resolve("bench.yaml"));
        Bench other = BenchFile.read(file, TestAdapters.ALL, new Secrets(ENVIRONMENT::get));
        assertThat(other.signal("heading").orElseThrow().settings().textMap("where"))
                .isEqualTo(Map.of("1", "00", "3", "1.10", "4", "false", "5", "hunter2"));
        assertThat(other.signal("depth").orElseThrow().settings().textMap("where"))
                .isEmpty();
    }

    @Test
    void readsErrorLimitsAndTheDegreesOfFreedomOfACertificate(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("device.yaml"),
                Files.readString(example().resolveSibling("device.yaml"))
                        .replace("0.02 m}", "0.02 m, error-limits: {half-width: 5 mm, distribution: arcsine}}")
                        .replace("circle: 360", "error-limits: {half-width: 0.5 deg}"));
        Path file = folder.resolve("bench.yaml");
        Files.writeString(file, Files.readString(example()).replace("k: 2", "k: 2.43\n      nu: 7"));
        Bench other = BenchFile.read(file, TestAdapters.ALL, new Secrets(ENVIRONMENT::get));
        assertThat(other.signal("depth").orElseThrow().errorLimits())
                .isEqualTo(new ErrorLimits(0.005, Distribution.ARCSINE));
        assertThat(other.signal("heading").orElseThrow().errorLimits())
                .isEqualTo(new ErrorLimits(0.5, Distribution.UNIFORM));
        assertThat(other.signal("mode").orElseThrow().errorLimits()).isNull();
        assertThat(other.instrumentOf("reference-depth").orElseThrow().calibration())
                .isEqualTo(new Calibration("CAL-2026-118", LocalDate.of(2027, 3, 1), new Quantity(0.01, M), 2.43, 7));
    }

    @Test
    void readsCommandsWithTypedTrees() {
        CommandSpec hold = bench.command("hold-depth").orElseThrow();
        assertThat(hold.changesState()).isTrue();
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("mode", "depth-hold");
        payload.put("target", "{depth}");
        payload.put("gains", Arrays.asList(1, 0.5));
        payload.put("off", null);
        payload.put("on", true);
        assertThat(hold.settings().tree("payload")).contains(payload);
        assertThat(bench.command("heartbeat").orElseThrow().changesState()).isFalse();
    }

    @Test
    void readsInstruments() {
        Instrument tank = bench.instrumentOf("reference-depth").orElseThrow();
        assertThat(tank.name()).isEqualTo("tank");
        assertThat(tank.manufacturer()).isEqualTo("Example Metrology");
        assertThat(tank.model()).isEqualTo("T-30");
        assertThat(tank.serialNumber()).isEqualTo("T30-07");
        assertThat(tank.calibration())
                .isEqualTo(new Calibration("CAL-2026-118", LocalDate.of(2027, 3, 1), new Quantity(0.01, M), 2));
        assertThat(tank.channels().get("tank").owner()).isEqualTo("tank");
        assertThat(tank.measures()).isEqualTo(Map.of("true-depth", "reference-depth"));
        assertThat(tank.commands().keySet()).containsExactly("wet-leak-sensor");
    }
}
