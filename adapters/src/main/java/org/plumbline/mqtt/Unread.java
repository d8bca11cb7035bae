package org.plumbline.mqtt;

import org.plumbline.text.Text;

/** Something came that Paho cannot read for one of its characters: its receiver is no more. */
final class Unread extends Explained {

    private static final long serialVersionUID = 1L;

    private final int character;
    private final boolean five;

    private Unread(Throwable cause, int character, boolean five) {
        super(cause);
        this.character = character;
        this.five = five;
    }

    /** Says it so where a failure is of that kind. */
    static Throwable explain(Throwable failure, boolean five) {
        return ClientText.refusedBy(failure).stream()
                .<Throwable>mapToObj(character -> new Unread(failure, character, five))
                .findFirst()
                .orElse(failure);
    }

    @Override
    Text what() {
        Text what = new Text(
                        "收到的主题%s含有%s不接受的字符 %s，此后收不到任何消息",
                        "a topic%s came with a character that %s does not take, %s, and nothing is received after it")
                .with(five ? new Text("或属性", " or property") : "", ClientText.client(five), ClientText.name(character));
        return ClientText.way(character, five)
                .map(way -> what.and(new Text("；", "; ")).and(way))
                .orElse(what);
    }

    @Override
    Text remedy() {
        return ClientText.way(character, five)
                .orElse(new Text(
                        "请让设备改用其他字符，或缩小 subscribe", "have the device use other characters, or narrow subscribe"));
    }
}
