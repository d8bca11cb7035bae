/** Files of rows that instruments export; start at {@link org.plumbline.csv.CsvFileCodec}. */
@NullMarked
package org.plumbline.csv;

import org.jspecify.annotations.NullMarked;
