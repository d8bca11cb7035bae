/** JSON messages read by JSON Pointer; start at {@link org.plumbline.json.JsonCodec}. */
@NullMarked
package org.plumbline.json;

import org.jspecify.annotations.NullMarked;
