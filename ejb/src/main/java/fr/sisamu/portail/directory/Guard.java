package fr.sisamu.portail.directory;

import fr.sisamu.portail.directory.Change.Action;
import java.time.LocalDate;

/** Refuses a file that would take away too much at once: half a file looks like many who have left. */
final class Guard {

    private Guard() {}

    /** @param percent the most of the accounts, of the profiles and of the phones that one import may take away */
    static void run(Sql sql, Difference difference, LocalDate today, int percent, LineErrors errors) {
        judge(
                FileKind.ACCOUNTS,
                difference.count(FileKind.ACCOUNTS, Action.CLOSED),
                sql.number("select count(*) from account where status = 'ACTIVE'"),
                percent,
                errors);
        judge(
                FileKind.PROFILES,
                difference.count(FileKind.PROFILES, Action.ENDED),
                sql.number("select count(*) from profile where valid_until is null or valid_until >= ?", today),
                percent,
                errors);
        judge(
                FileKind.PHONES,
                difference.count(FileKind.PHONES, Action.ENDED),
                sql.number("select count(*) from phone where active"),
                percent,
                errors);
    }

    private static void judge(FileKind kind, long gone, long all, int percent, LineErrors errors) {
        if (gone * 100 > all * percent) {
            errors.add(kind, 0, null, LineReason.TOO_MANY_CLOSED, gone + "/" + all + " > " + percent + " %");
        }
    }
}
