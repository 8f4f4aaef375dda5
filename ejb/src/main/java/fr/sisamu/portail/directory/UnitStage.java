package fr.sisamu.portail.directory;

import java.util.Optional;

/** Lines of units. */
final class UnitStage implements Stage {

    private final Sql.Batch units;

    UnitStage(Sql sql) {
        units = sql.batch("insert into staged_unit (line, code, name, idle_seconds) values (?, ?, ?, ?)");
    }

    @Override
    public void take(Cells line) {
        String code = line.unitCode(Column.UNIT_CODE);
        String name = line.text(Column.UNIT_NAME, 200);
        Optional<Integer> idle = line.idleSeconds(Column.UNIT_IDLE);
        if (line.good()) {
            units.add(line.number(), code, name, idle.orElse(null));
        }
    }

    @Override
    public void flush() {
        units.flush();
    }

    @Override
    public void close() {
        units.close();
    }
}
