package org.plumbline.evidence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.plumbline.bag.BagInfo;
import org.plumbline.bench.Secrets;
import org.plumbline.results.Software;
import org.plumbline.run.RunPlan;

/** What bag-info.txt says of a run. */
final class BundleInfo {

    /** The label of the run's id. */
    static final String RUN = "External-Identifier";

    private BundleInfo() {}

    static BagInfo of(RunPlan plan, Software software) {
        Secrets secrets = plan.bench().secrets();
        return new BagInfo()
                .with(
                        "Source-Organization",
                        secrets.redact(plan.bench().laboratory().name()))
                .with("Contact-Name", secrets.redact(plan.bench().operator()))
                .with(
                        "External-Description",
                        "%s: %s %s, %s"
                                .formatted(
                                        plan.suite(),
                                        plan.standard().id(),
                                        plan.standard().revision(),
                                        plan.driver()))
                .with(RUN, plan.id())
                .with(
                        "Bagging-Date",
                        LocalDate.ofInstant(plan.started(), ZoneOffset.UTC).toString())
                .with("Bag-Software-Agent", "Plumbline " + software.plumbline());
    }
}
