package org.plumbline.standard;

import org.plumbline.text.Text;

/** An organisation that drafts the standard, and its role (lead, participant). */
public record Lead(Text organisation, String role) {}
