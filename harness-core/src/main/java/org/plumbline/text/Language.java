package org.plumbline.text;

import java.util.Locale;

/** The two languages that everything shown to people exists in. */
public enum Language {
    /** Chinese, the first language of the catalogue and the scenarios. */
    ZH("zh", Locale.SIMPLIFIED_CHINESE),
    /** English. */
    EN("en", Locale.ENGLISH);

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The two-letter code, as in {@code --lang zh}. */
    public String code() {
        return code;
    }

    /** The locale for formatting. */
    public Locale locale() {
        return locale;
    }

    /** Chinese for every Chinese locale, English for all others. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? ZH : EN;
    }
}
