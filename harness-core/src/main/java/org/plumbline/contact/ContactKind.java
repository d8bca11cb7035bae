package org.plumbline.contact;

/** The two kinds of contact that limits are given for (ISO/TS 15066:2016, 5.5.5.2; GB/T 36008-2018, 5.5.5.2). */
public enum ContactKind {
    /** The part of the body is clamped and stays under load. */
    QUASI_STATIC,
    /** The part of the body can recoil. */
    TRANSIENT
}
