package org.plumbline.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.ics.Applicability.And;
import org.plumbline.ics.Applicability.Item;
import org.plumbline.ics.Applicability.Not;
import org.plumbline.ics.Applicability.Or;

class ApplicabilityTest {

    private static final Applicability A = new Item("A");
    private static final Applicability B = new Item("B");
    private static final Applicability C = new Item("C");

    @Test
    void notBindsStrongestThenAndThenOr() {
        assertThat(Applicability.parse("A || B && !C")).isEqualTo(new Or(A, new And(B, new Not(C))));
        assertThat(Applicability.parse("A && B || C")).isEqualTo(new Or(new And(A, B), C));
        assertThat(Applicability.parse("!A && B")).isEqualTo(new And(new Not(A), B));
    }

    @Test
    void parenthesesBindStronger() {
        assertThat(Applicability.parse("(A || B) && !C")).isEqualTo(new And(new Or(A, B), new Not(C)));
        assertThat(Applicability.parse("!(A && B)")).isEqualTo(new Not(new And(A, B)));
        assertThat(Applicability.parse(" ((A)) ")).isEqualTo(A);
        assertThat(Applicability.parse("!!A")).isEqualTo(new Not(new Not(A)));
    }

    /** Which of the 8 declarations of A, B, C satisfy it: the bits of ABC in binary, worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        "A,              100 101 110 111",
        "!A,             000 001 010 011",
        "A && B,         110 111",
        "A || B && !C,   010 100 101 110 111",
        "(A || B) && !C, 010 100 110",
        "!(A && B) && C, 001 011 101",
        "'',             000 001 010 011 100 101 110 111",
        "'  ',           000 001 010 011 100 101 110 111",
        "A && !A,        ''",
    })
    void holdsForTheseDeclarations(String expression, String declarations) {
        Applicability applies = Applicability.parse(expression);
        StringBuilder holding = new StringBuilder();
        for (int bits = 0; bits < 8; bits++) {
            int declared = bits;
            if (applies.holds(item -> (declared >> (2 - "ABC".indexOf(item)) & 1) == 1)) {
                holding.append(Integer.toBinaryString(8 + bits).substring(1)).append(' ');
            }
        }
        assertThat(holding.toString().strip()).isEqualTo(declarations);
    }

    @Test
    void namesItsItemsOnce() {
        assertThat(Applicability.parse("U-B && (!U-A || U-B.2_x)").items()).isEqualTo(Set.of("U-A", "U-B", "U-B.2_x"));
        assertThat(Applicability.parse("").items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "A B,        2, expected && or ||,                 应为 && 或 ||",
        "A & B,      2, expected && or ||,                 应为 && 或 ||",
        "A),         1, expected && or ||,                 应为 && 或 ||",
        "A &&,       4, expected the id of an ICS item,    应为 ICS 项的标识",
        "A && || B,  5, expected the id of an ICS item,    应为 ICS 项的标识",
        "!,          1, expected the id of an ICS item,    应为 ICS 项的标识",
        "(),         1, expected the id of an ICS item,    应为 ICS 项的标识",
        "(A || B,    7, a closing parenthesis is missing,  缺少右括号",
        "(A B),      3, a closing parenthesis is missing,  缺少右括号",
    })
    void saysWhereItCannotBeRead(String expression, int offset, String en, String zh) {
        assertThatThrownBy(() -> Applicability.parse(expression))
                .isInstanceOfSatisfying(ExpressionException.class, e -> {
                    assertThat(e.offset()).isEqualTo(offset);
                    assertThat(e.what().en()).isEqualTo(en);
                    assertThat(e.what().zh()).isEqualTo(zh);
                });
    }
}
