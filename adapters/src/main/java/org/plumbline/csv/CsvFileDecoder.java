package org.plumbline.csv;

import java.util.List;
import org.plumbline.channel.FileDecoder;

/** Reads a file row by row; one line is one row. */
final class CsvFileDecoder implements FileDecoder {

    private final CsvLayout layout;
    private final List<CsvColumn> columns;

    CsvFileDecoder(CsvLayout layout, List<CsvColumn> columns) {
        this.layout = layout;
        this.columns = columns;
    }

    @Override
    public Rows rows(String file, byte[] content) {
        return new CsvRows(layout, columns, CsvLines.of(file, content, layout.encoding()));
    }
}
