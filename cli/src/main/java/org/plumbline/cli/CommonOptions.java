package org.plumbline.cli;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {

    /** Help texts are in the resource bundle. */
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "common.help",
            scope = picocli.CommandLine.ScopeType.LOCAL)
    private boolean help;

    /** Read before parsing; here so that it is known and checked. */
    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "common.lang")
    private Lang lang;

    enum Lang {
        zh,
        en
    }
}
