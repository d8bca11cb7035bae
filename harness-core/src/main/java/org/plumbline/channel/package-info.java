/** The SPIs between wire and timeline; start at {@link org.plumbline.channel.Transport} and {@link org.plumbline.channel.Codec}. */
@NullMarked
package org.plumbline.channel;

import org.jspecify.annotations.NullMarked;
