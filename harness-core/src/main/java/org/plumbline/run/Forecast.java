package org.plumbline.run;

import java.util.List;
import org.plumbline.quantity.Quantity;
import org.plumbline.text.Text;

/**
 * How long a run takes at least and at most, and why. An observation takes the newest stretch since the device's state was
 * changed, so it waits only for what is not recorded yet. A scenario that ends early takes less.
 *
 * @param repeat how many times each scenario is executed
 * @param inapplicable scenarios that are not executed
 * @param passive scenarios that only watch
 * @param windows stretches that are recorded for them
 * @param shared how long those are together, in nanoseconds
 * @param driving scenarios that change the device's state
 * @param driven how long they observe together and stay where they are sent, in nanoseconds
 * @param waiting how much longer all of them take where the device makes them wait as long as they may, in nanoseconds
 */
public record Forecast(
        int repeat, int inapplicable, int passive, int windows, long shared, int driving, long driven, long waiting) {

    /** Of a plan. A pure function of its argument. */
    public static Forecast of(RunPlan plan) {
        List<ScenarioPlan> executed =
                plan.scenarios().stream().filter(ScenarioPlan::applies).toList();
        Recording recording = new Recording();
        for (int round = 0; round < plan.repeat(); round++) {
            recording.recorded = 0;
            executed.forEach(recording::take);
        }
        int passive = (int) executed.stream().filter(ScenarioPlan::passive).count();
        return new Forecast(
                plan.repeat(),
                plan.scenarios().size() - executed.size(),
                passive,
                recording.windows,
                recording.shared,
                executed.size() - passive,
                recording.driven,
                plan.repeat()
                        * executed.stream().mapToLong(ScenarioPlan::waiting).sum());
    }

    /** How long the run takes where the device never makes it wait, in nanoseconds. */
    public long least() {
        return shared + driven;
    }

    /** How long the run takes where the device always makes it wait as long as it may, in nanoseconds. */
    public long most() {
        return least() + waiting;
    }

    /** One sentence for people. */
    public Text sentence() {
        String many = scenarios() == 1 ? "scenario" : "scenarios";
        Text head = repeat == 1
                ? new Text("%d 个场景：", "%d %s: ").with(scenarios(), many)
                : new Text("%d 个场景，各执行 %d 次：", "%d %3$s, %2$d times each: ").with(scenarios(), repeat, many);
        Text end = waiting == 0
                ? new Text("预计 %s", "%s expected").with(seconds(least()))
                : new Text("预计至少 %s，至多 %s（视设备多快到位）", "at least %s, at most %s, as fast as the device gets there")
                        .with(seconds(least()), seconds(most()));
        return joined(joined(joined(joined(head, watching()), acting()), leftOut()), end);
    }

    private int scenarios() {
        return passive + driving + inapplicable;
    }

    private Text watching() {
        if (passive == 0) {
            return Text.same("");
        }
        if (windows == 0) {
            return new Text("%d 个被动场景无需另行观察；", "%d passive, no observation of their own; ").with(passive);
        }
        return windows == 1
                ? new Text("%d 个被动场景共用一段 %s 的观察；", "%d passive, sharing one observation of %s; ")
                        .with(passive, seconds(shared))
                : new Text("%d 个被动场景共用 %d 段观察，合计 %s；", "%d passive, sharing %d observations of %s in all; ")
                        .with(passive, windows, seconds(shared));
    }

    private Text acting() {
        return driving == 0
                ? Text.same("")
                : new Text("%d 个驱动设备，观察与停留合计 %s；", "%d %3$s on the device, observing and staying for %2$s in all; ")
                        .with(driving, seconds(driven), driving == 1 ? "acts" : "act");
    }

    private Text leftOut() {
        return inapplicable == 0 ? Text.same("") : new Text("%d 个不适用；", "%d not applicable; ").with(inapplicable);
    }

    private static Text joined(Text one, Text other) {
        return new Text(one.zh() + other.zh(), one.en() + other.en());
    }

    private static String seconds(long nanos) {
        return Quantity.plain(nanos / 1e9) + " s";
    }

    /** What will have been recorded since the last change of the device's state, as the run goes on. */
    private static final class Recording {
        private long recorded;
        private int windows;
        private long shared;
        private long driven;

        void take(ScenarioPlan scenario) {
            long waited = 0;
            for (int i = 0; i < scenario.stretches().size(); i++) {
                recorded = i == 0 ? recorded : 0;
                waited += observe(scenario, scenario.stretches().get(i));
            }
            shared += scenario.passive() ? waited : 0;
            driven += scenario.passive() ? 0 : waited;
        }

        private long observe(ScenarioPlan scenario, long duration) {
            long missing = Math.max(0, duration - recorded);
            windows += scenario.passive() && missing > 0 && (recorded == 0 || windows == 0) ? 1 : 0;
            recorded += missing;
            return missing;
        }
    }
}
