package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.Account;
import fr.sisamu.portail.account.AccountService;
import fr.sisamu.portail.account.LoginName;
import fr.sisamu.portail.audit.SupportCode;
import fr.sisamu.portail.audit.TraceFilter;
import fr.sisamu.portail.audit.TraceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Makes a filter of a question; none where a field holds what can match nothing. */
@ApplicationScoped
class TraceFilters {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Inject
    AccountService accounts;

    Optional<TraceFilter> of(TraceQuestion question) {
        return Optional.of(TraceFilter.everything())
                .flatMap(filter -> narrowed(question.code(), TraceFilters::code, filter, TraceFilter::supportCode))
                .flatMap(filter -> narrowed(question.login(), this::account, filter, TraceFilter::account))
                .flatMap(filter -> narrowed(question.kind(), TraceFilters::kind, filter, TraceFilter::kind))
                .flatMap(filter -> narrowed(question.unit(), TraceFilters::unit, filter, TraceFilter::unit))
                .flatMap(filter -> within(question, filter));
    }

    private interface Narrowing<T> {
        TraceFilter by(TraceFilter filter, T value);
    }

    private static <T> Optional<TraceFilter> narrowed(
            String typed, Function<String, Optional<T>> reading, TraceFilter filter, Narrowing<T> narrowing) {
        return typed.isBlank()
                ? Optional.of(filter)
                : reading.apply(typed.strip()).map(value -> narrowing.by(filter, value));
    }

    /** With or without its hyphen, in small letters, O for zero and I or L for one (Crockford's base 32). */
    private static Optional<SupportCode> code(String spoken) {
        String letters = spoken.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^0-9A-Z]", "");
        return letters.length() == 8
                ? Optional.of(new SupportCode(letters.substring(0, 4) + "-" + letters.substring(4)))
                : Optional.empty();
    }

    private Optional<Long> account(String login) {
        return LoginName.of(login).flatMap(accounts::find).map(Account::id).map(id -> id.value());
    }

    private static Optional<TraceKind> kind(String name) {
        return Arrays.stream(TraceKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    private static Optional<String> unit(String code) {
        return Optional.of(code.toUpperCase(Locale.ROOT)).filter(upper -> upper.matches("[0-9A-Z]{1,5}"));
    }

    private static Optional<TraceFilter> within(TraceQuestion question, TraceFilter filter) {
        if ((question.from() + question.until()).isBlank()) {
            return Optional.of(filter);
        }
        try {
            Instant first = question.from().isBlank() ? Instant.EPOCH : morningOf(question.from(), 0);
            Instant end = question.until().isBlank() ? morningOf("2999-12-31", 0) : morningOf(question.until(), 1);
            return Optional.of(filter.period(first, end));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Instant morningOf(String day, int daysLater) {
        LocalDate date = LocalDate.parse(day.strip());
        if (date.getYear() < 1970 || date.getYear() > 2999) {
            throw new DateTimeParseException("not a year of the trace", day, 0);
        }
        return date.plusDays(daysLater).atStartOfDay(PARIS).toInstant();
    }
}
