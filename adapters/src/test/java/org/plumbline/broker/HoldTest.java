package org.plumbline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HoldTest {

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Hold one = new Hold("rov-1", end);
    private final Hold all = new Hold("", new CompletableFuture<>());

    @Test
    void whoCameFirstGoesFirst() {
        Hold.Turn first = Hold.turn(List.of(one));
        Hold.Turn second = Hold.turn(List.of(one));
        assertThat(first.comes()).isNotDone();
        end.complete(null);
        assertThat(first.comes()).isCompleted();
        assertThat(second.comes()).isNotDone();
        assertThat(one.hasEnded()).isTrue();
        assertThat(Hold.isOver(one)).isFalse();
        first.gone().complete(null);
        assertThat(second.comes()).isCompleted();
        second.gone().complete(null);
        assertThat(Hold.isOver(one)).isTrue();
    }

    @Test
    void whoGaveUpStopsNobodyAndLetsNobodyPassBeforeTheEnd() {
        Hold.Turn first = Hold.turn(List.of(one));
        Hold.Turn second = Hold.turn(List.of(one));
        first.gone().complete(null);
        assertThat(second.comes()).isNotDone();
        one.overflow();
        assertThat(second.comes()).isCompleted();
    }

    @Test
    void ofSeveralEachHasToEnd() {
        Hold.Turn both = Hold.turn(List.of(one, all));
        one.end();
        assertThat(both.comes()).isNotDone();
        all.end();
        assertThat(both.comes()).isCompleted();
        assertThat(Hold.turn(List.of()).comes()).isCompleted();
    }
}
