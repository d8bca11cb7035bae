package org.plumbline.binary;

import java.util.Optional;
import org.plumbline.channel.FrameError;
import org.plumbline.text.Text;

/** What stands at one place of the stream. */
sealed interface Finding {

    /** No frame begins here. */
    record Noise() implements Finding {}

    /**
     * A frame may begin here; what came so far does not tell.
     *
     * @param started whether all start bytes are there
     */
    record Unfinished(boolean started) implements Finding {}

    /**
     * The start bytes are there, but no frame follows.
     *
     * @param size bytes of what should have been the frame; 0 where that is not known
     */
    record Broken(int size, FrameError error, Text detail) implements Finding {}

    /**
     * A frame that holds its own check.
     *
     * @param message empty where its kind is not declared
     */
    record Whole(int size, Optional<Message> message) implements Finding {}
}
