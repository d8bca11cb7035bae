package org.plumbline.channel;

import org.plumbline.text.Text;

/** A command cannot be encoded with the parameters that it is given. Thrown by an {@link Encoder}. */
public final class NotEncodableException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;
    private final transient Text remedy;

    /**
     * @param reason what is wrong, one sentence without a full stop; names the parameter or the field
     * @param remedy what would be right, one sentence without a full stop
     */
    public NotEncodableException(Text reason, Text remedy) {
        super(reason.en());
        this.reason = reason;
        this.remedy = remedy;
    }

    /** What is wrong. */
    public Text reason() {
        return reason;
    }

    /** What would be right. */
    public Text remedy() {
        return remedy;
    }

    /** The same of a field of the message, which is named before what is wrong. */
    public NotEncodableException inField(String name) {
        return new NotEncodableException(new Text("字段 %s: %s", "field %s: %s").with(name, reason), remedy);
    }
}
