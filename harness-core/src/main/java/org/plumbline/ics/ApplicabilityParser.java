package org.plumbline.ics;

import org.plumbline.text.Text;

/** Recursive descent over or, and, not, item. */
final class ApplicabilityParser {

    private final String text;
    private int at;

    ApplicabilityParser(String text) {
        this.text = text;
    }

    Applicability parse() {
        Applicability expression = or();
        if (at < text.length()) {
            throw unexpected(new Text("应为 && 或 ||", "expected && or ||"));
        }
        return expression;
    }

    private Applicability or() {
        Applicability left = and();
        while (take("||")) {
            left = new Applicability.Or(left, and());
        }
        return left;
    }

    private Applicability and() {
        Applicability left = not();
        while (take("&&")) {
            left = new Applicability.And(left, not());
        }
        return left;
    }

    private Applicability not() {
        if (take("!")) {
            return new Applicability.Not(not());
        }
        if (take("(")) {
            Applicability inner = or();
            if (!take(")")) {
                throw unexpected(new Text("缺少右括号", "a closing parenthesis is missing"));
            }
            return inner;
        }
        return item();
    }

    private Applicability item() {
        skipBlanks();
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "-_.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (start == at) {
            throw unexpected(new Text("应为 ICS 项的标识", "expected the id of an ICS item"));
        }
        String name = text.substring(start, at);
        skipBlanks();
        return new Applicability.Item(name);
    }

    private boolean take(String token) {
        skipBlanks();
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        skipBlanks();
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private ExpressionException unexpected(Text what) {
        return new ExpressionException(at, what);
    }
}
