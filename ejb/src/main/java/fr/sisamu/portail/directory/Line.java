package fr.sisamu.portail.directory;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a file under its header.
 *
 * @param number the line's number as an editor shows it
 */
record Line(long number, List<String> cells, Map<Column, Integer> header) {

    /** The cell of a column; empty if it is blank, or the file has no such column. */
    Optional<String> cell(Column column) {
        return Optional.ofNullable(header.get(column)).map(cells::get).filter(text -> !text.isBlank());
    }

    boolean fitsHeader() {
        return cells.size() == header.size();
    }
}
