package org.plumbline.allure;

import io.qameta.allure.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.bench.DeviceIdentity;
import org.plumbline.run.RunPlan;
import org.plumbline.run.TrialResult;
import org.plumbline.standard.Bound;
import org.plumbline.standard.Limit;
import org.plumbline.text.Language;
import org.plumbline.text.Text;
import org.plumbline.verdict.Judgement;

/** The numbers of a trial, and what it was done with. */
final class Parameters {

    private final RunPlan plan;
    private final Language language;

    Parameters(RunPlan plan, Language language) {
        this.plan = plan;
        this.language = language;
    }

    List<Parameter> of(TrialResult trial) {
        List<Parameter> parameters = new ArrayList<>();
        trial.judgements().forEach(judgement -> add(parameters, judgement));
        parameters.addAll(ofRun());
        return parameters;
    }

    List<Parameter> ofRun() {
        DeviceIdentity device = plan.bench().device().identity();
        List<Parameter> parameters = new ArrayList<>();
        put(
                parameters,
                new Text("受试设备", "device"),
                device.manufacturer() + " " + device.model() + ", " + device.serialNumber());
        put(parameters, new Text("运行方式", "driver"), plan.driver());
        put(parameters, new Text("随机种子", "seed"), Long.toString(plan.bench().seed()));
        return parameters;
    }

    private void add(List<Parameter> parameters, Judgement judgement) {
        String limit = judgement.limit() + " ";
        put(parameters, new Text(limit + "测量值", limit + "measured"), shown(judgement.measurement()));
        put(parameters, new Text(limit + "限值", limit + "limit"), shown(judgement.tolerance()));
        catalogued(judgement).ifPresent(found -> {
            put(parameters, new Text(limit + "上限规定", limit + "upper bound"), text(found.max()));
            put(parameters, new Text(limit + "下限规定", limit + "lower bound"), text(found.min()));
        });
        if (judgement.tolerance() != null) {
            put(
                    parameters,
                    new Text(limit + "判定规则", limit + "decision rule"),
                    judgement.tolerance().rule().word().in(language));
        }
        judgement
                .guardBand()
                .ifPresent(band -> put(
                        parameters,
                        new Text(limit + "保护带与风险", limit + "guard band and risk"),
                        RiskWords.of(judgement).in(language)));
        put(
                parameters,
                new Text(limit + "结论", limit + "verdict"),
                judgement.verdict().word().in(language));
    }

    private Optional<Limit> catalogued(Judgement judgement) {
        return plan.standard()
                .requirement(judgement.requirement())
                .map(requirement -> requirement.limits().get(judgement.limit()));
    }

    private void put(List<Parameter> parameters, Text name, String value) {
        if (!value.isEmpty()) {
            parameters.add(new Parameter().setName(name.in(language)).setValue(value));
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }

    private static String text(@Nullable Bound bound) {
        return bound == null ? "" : bound.text();
    }
}
