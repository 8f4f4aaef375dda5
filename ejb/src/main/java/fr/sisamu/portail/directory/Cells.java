package fr.sisamu.portail.directory;

import fr.sisamu.portail.account.LoginName;
import fr.sisamu.portail.card.IdNat;
import fr.sisamu.portail.phone.PhoneNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Judges the cells of one line. What is wrong is noted with its column and reason, and the line is no longer good. */
final class Cells {

    private static final Map<String, Boolean> ANSWERS = Map.ofEntries(
            Map.entry("oui", true),
            Map.entry("o", true),
            Map.entry("1", true),
            Map.entry("vrai", true),
            Map.entry("true", true),
            Map.entry("non", false),
            Map.entry("n", false),
            Map.entry("0", false),
            Map.entry("faux", false),
            Map.entry("false", false));

    private static final Map<String, String> STATUSES =
            Map.of("actif", "ACTIVE", "active", "ACTIVE", "clos", "CLOSED", "ferme", "CLOSED", "closed", "CLOSED");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("[uuuu-MM-dd][dd/MM/uuuu]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Far enough for any contract, near enough for the databases. */
    private static final int LAST_YEAR = 2999;

    /** What directories and programs of human resources write where there is no end. */
    private static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    /** What programs add to a day that they keep as a time. */
    private static final Pattern MIDNIGHT = Pattern.compile("[T ]00:00(:00(\\.0+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$");

    /** 0 and the number of ADELI, of which a spreadsheet took the 0 for that of a sum. */
    private static final Predicate<String> LOST_ZERO =
            Pattern.compile("[29][0-9]{8}").asMatchPredicate();

    private static final Pattern UNIT_CODE = Pattern.compile("FR[0-9A-Z]{3}");
    private static final int MOST_IDENTIFIERS = 20;

    private final FileKind kind;
    private final Line line;
    private final LineErrors errors;
    private final int before;

    Cells(FileKind kind, Line line, LineErrors errors) {
        this.kind = kind;
        this.line = line;
        this.errors = errors;
        this.before = errors.count();
    }

    long number() {
        return line.number();
    }

    boolean good() {
        return errors.count() == before;
    }

    void refuse(Column column, LineReason reason, String detail) {
        errors.add(kind, line.number(), column, reason, detail);
    }

    /** A text that must be there; the empty text once it was refused. */
    String text(Column column, int longest) {
        Optional<String> found = optionalText(column, longest);
        if (found.isEmpty() && good()) {
            refuse(column, LineReason.MISSING_VALUE, "");
        }
        return found.orElse("");
    }

    String personName(Column column) {
        String name = text(column, 100);
        if (good() && !TextRules.isPersonName(name)) {
            refuse(column, LineReason.BAD_NAME, name);
        }
        return name;
    }

    String unitCode(Column column) {
        String code = text(column, 5);
        if (good() && !UNIT_CODE.matcher(code).matches()) {
            refuse(column, LineReason.BAD_CODE, code);
        }
        return code;
    }

    String phoneNumber(Column column) {
        Optional<String> typed = line.cell(column);
        if (typed.isEmpty()) {
            refuse(column, LineReason.MISSING_VALUE, "");
            return "";
        }
        return judged(column, typed, PhoneNumber::of, LineReason.BAD_NUMBER)
                .map(PhoneNumber::value)
                .orElse("");
    }

    Optional<LoginName> login(Column column) {
        return judged(column, line.cell(column), LoginName::of, LineReason.BAD_LOGIN);
    }

    /** Identifiers separated by vertical bars, each once. */
    List<String> identifiers(Column column) {
        List<String> found = new ArrayList<>();
        for (String one : line.cell(column).orElse("").split("\\|", MOST_IDENTIFIERS + 1)) {
            if (!one.isBlank()) {
                identifier(column, Optional.of(one.strip()))
                        .filter(value -> !found.contains(value))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    Optional<String> identifier(Column column) {
        return identifier(column, line.cell(column).map(String::strip));
    }

    private Optional<String> identifier(Column column, Optional<String> written) {
        if (written.filter(LOST_ZERO).isPresent()) {
            refuse(column, LineReason.LOST_ZERO, written.get());
            return Optional.empty();
        }
        return judged(column, written, IdNat::parse, LineReason.BAD_IDENTIFIER).map(found -> found.value());
    }

    Optional<LocalDate> day(Column column) {
        return judged(column, line.cell(column).map(String::strip), Cells::parseDay, LineReason.BAD_DATE);
    }

    /** A last day; empty if there is none. */
    Optional<LocalDate> lastDay(Column column) {
        Optional<String> written = line.cell(column).map(String::strip);
        return written.flatMap(Cells::dayOf).filter(NO_END::equals).isPresent()
                ? Optional.empty()
                : judged(column, written, Cells::parseDay, LineReason.BAD_DATE);
    }

    Optional<Boolean> answer(Column column) {
        return choice(column, ANSWERS);
    }

    Optional<String> status(Column column) {
        return choice(column, STATUSES);
    }

    /** Minutes from 5 to 720, in seconds: what the schema allows a unit. */
    Optional<Integer> idleSeconds(Column column) {
        return judged(column, line.cell(column).map(String::strip), Cells::parseIdle, LineReason.BAD_DURATION);
    }

    private Optional<String> optionalText(Column column, int longest) {
        Optional<String> written = line.cell(column).map(TextRules::tidy);
        Optional<LineReason> objection = written.flatMap(TextRules::objection);
        if (objection.isPresent()) {
            refuse(column, objection.get(), written.get());
        } else if (written.filter(text -> text.length() > longest).isPresent()) {
            refuse(column, LineReason.VALUE_TOO_LONG, written.get());
        }
        return written;
    }

    private <T> Optional<T> choice(Column column, Map<String, T> choices) {
        return judged(
                column,
                line.cell(column),
                text -> Optional.ofNullable(choices.get(
                        TextRules.tidy(text).toLowerCase(Locale.ROOT).replace('é', 'e'))),
                LineReason.BAD_CHOICE);
    }

    private <T> Optional<T> judged(
            Column column, Optional<String> written, Function<String, Optional<T>> rule, LineReason reason) {
        Optional<T> judged = written.flatMap(rule);
        if (written.isPresent() && judged.isEmpty()) {
            refuse(column, reason, written.get());
        }
        return judged;
    }

    private static Optional<LocalDate> parseDay(String text) {
        return dayOf(text).filter(day -> day.getYear() > 0 && day.getYear() <= LAST_YEAR);
    }

    private static Optional<LocalDate> dayOf(String text) {
        try {
            return Optional.of(LocalDate.parse(MIDNIGHT.matcher(text).replaceFirst(""), DAY));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> parseIdle(String text) {
        boolean figures = text.matches("[0-9]{1,3}");
        int minutes = figures ? Integer.parseInt(text) : 0;
        return minutes >= 5 && minutes <= 720 ? Optional.of(60 * minutes) : Optional.empty();
    }
}
