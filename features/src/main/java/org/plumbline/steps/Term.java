package org.plumbline.steps;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.plumbline.error.InputException;
import org.plumbline.error.Place;
import org.plumbline.error.Problem;
import org.plumbline.quantity.Quantity;
import org.plumbline.quantity.Unit;
import org.plumbline.standard.DeclaredValue;
import org.plumbline.standard.Standard;
import org.plumbline.text.Text;

/** A known quantity that a formula of separation needs: one row of the table below the step. */
public enum Term {
    /** T_r, from the person's being there until the robot begins to stop. */
    REACTION_TIME(new Text("反应时间", "reaction time"), "s"),
    /** T_s, from then until standstill, the robot taken to keep its speed. */
    STOPPING_TIME(new Text("停止时间", "stopping time"), "s"),
    /** Of the robot while it stops, in place of a stopping time. */
    DECELERATION(new Text("减速度", "deceleration"), "m/s2"),
    /** v_h, of the person towards the robot. */
    PERSON_SPEED(new Text("人员速度", "speed of the person"), "m/s"),
    /** C, how far a part of the body gets before it is detected. */
    INTRUSION(new Text("侵入距离", "intrusion distance"), "m"),
    /** Z_d, of where the person is. */
    PERSON_UNCERTAINTY(new Text("人员位置不确定度", "uncertainty of the person's position"), "m"),
    /** Z_r, of where the robot is. */
    ROBOT_UNCERTAINTY(new Text("机器人位置不确定度", "uncertainty of the robot's position"), "m"),
    /** Of the safeguard, from the intrusion to its output. */
    RESPONSE_TIME(new Text("响应时间", "response time"), "s"),
    /** d of a light curtain or scanner. */
    DETECTION(new Text("探测能力", "detection capability"), "mm"),
    /** H of a detection zone above the floor. */
    HEIGHT(new Text("高度", "height"), "mm");

    /** The table's columns: what, how much. */
    public static final Text NAME = new Text("项", "term");

    /** How much: a quantity, or a reference to declared values. */
    public static final Text VALUE = new Text("值", "value");

    private final Text word;
    private final Unit unit;

    Term(Text word, String unit) {
        this.word = word;
        this.unit = Unit.of(unit).orElseThrow();
    }

    /** As it stands in the table. */
    public Text word() {
        return word;
    }

    /** A unit of its kind. */
    public Unit unit() {
        return unit;
    }

    /**
     * The one that a row names.
     *
     * @throws InputException where it names none
     */
    public static Term of(Map<String, String> row) {
        String name = cell(row, NAME);
        return Arrays.stream(values())
                .filter(term -> term.word.zh().equals(name) || term.word.en().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(Problem.of(
                        new Text("表中没有名为“%s”的项", "the table knows no term \"%s\"").with(name),
                        new Text(
                                "两列为项、值；可用的项用 plumbline steps 查看",
                                "its columns are term and value; see the terms with plumbline steps"))));
    }

    /**
     * The value of a row; empty where it refers to a value that the device does not declare.
     *
     * @throws InputException where it is no quantity of this kind, not below 0
     */
    public Optional<Quantity> value(
            Map<String, String> row, Standard standard, Map<String, Quantity> declared, Place place) {
        String text = cell(row, VALUE);
        Optional<Quantity> value;
        if (DeclaredValue.isIn(text)) {
            DeclaredValue reference = DeclaredValue.of(text, standard, place);
            requireUnit(reference.unit(), text);
            value = declared.keySet().containsAll(reference.items())
                    ? Optional.of(reference.quantity(declared))
                    : Optional.empty();
        } else {
            value = Optional.of(Quantity.parse(text).orElseThrow(() -> malformed(text)));
            requireUnit(value.get().unit(), text);
        }
        if (value.filter(quantity -> quantity.value() < 0).isPresent()) {
            throw malformed(text);
        }
        return value;
    }

    private void requireUnit(Unit other, String text) {
        if (!other.isCommensurableWith(unit)) {
            throw malformed(text);
        }
    }

    private InputException malformed(String text) {
        return new InputException(Problem.of(
                new Text("“%s”的值“%s”有误", "the value of \"%s\" is wrong: \"%s\"").with(word, text),
                new Text(
                                "请写不小于 0 的数与同 %s 一类的单位，或 ixit(名称)",
                                "write a number not below 0 with a unit such as %s, or ixit(name)")
                        .with(unit)));
    }

    private static String cell(Map<String, String> row, Text column) {
        String value = row.containsKey(column.zh()) ? row.get(column.zh()) : row.get(column.en());
        return value == null ? "" : value;
    }
}
