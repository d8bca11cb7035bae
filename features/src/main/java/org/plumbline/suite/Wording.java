package org.plumbline.suite;

import org.plumbline.text.Language;

/** A step of the vocabulary as it is written in one language. */
record Wording(StepTemplate template, Language language) {}
