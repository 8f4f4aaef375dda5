package fr.sisamu.portail.directory;

import java.util.Optional;

/** Lines of desk phones. */
final class PhoneStage implements Stage {

    private final Sql.Batch phones;

    PhoneStage(Sql sql) {
        phones = sql.batch("insert into staged_phone (line, unit_code, number, label, active) values (?, ?, ?, ?, ?)");
    }

    @Override
    public void take(Cells line) {
        String unit = line.unitCode(Column.PHONE_UNIT);
        String number = line.phoneNumber(Column.NUMBER);
        String label = line.text(Column.LABEL, 100);
        Optional<Boolean> active = line.answer(Column.ACTIVE);
        if (line.good()) {
            phones.add(line.number(), unit, number, label, active.orElse(null));
        }
    }

    @Override
    public void flush() {
        phones.flush();
    }

    @Override
    public void close() {
        phones.close();
    }
}
