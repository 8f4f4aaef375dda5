package fr.sisamu.portail.administration;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.account.TidyText;
import fr.sisamu.portail.audit.TraceKind;
import fr.sisamu.portail.profile.HeldProfile;
import fr.sisamu.portail.profile.ProfileRegister;
import fr.sisamu.portail.profile.ProfileTerms;
import fr.sisamu.portail.role.Duty;
import fr.sisamu.portail.role.Rights;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Gives profiles to accounts and changes them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProfileAdministration {

    private static final int LONGEST_FUNCTION = 100;

    @Inject
    ProfileRegister register;

    @Inject
    Deeds deeds;

    /** What was typed of a profile; days as ISO-8601 writes them, the last one or nothing. */
    public record Typed(String function, boolean needsPhone, String validFrom, String validUntil) {}

    /** The profiles of an account, past and future ones included; needs {@link Duty#SEARCH_ACCOUNTS}. */
    public List<HeldProfile> of(Rights by, AccountId account) {
        by.demand(Duty.SEARCH_ACCOUNTS);
        return register.of(account);
    }

    /** Gives a profile; needs {@link Duty#CHANGE_ACCOUNTS}. */
    public Change add(Rights by, AccountId account, long unitId, Typed typed) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        Optional<Change> refusal = refusal(typed);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        ProfileTerms terms = terms(typed);
        if (!register.add(account, unitId, terms)) {
            return Change.NOT_FOUND;
        }
        deeds.trace(by, TraceKind.ACCOUNT_CHANGED, "PROFILE_ADDED", account, "after unit " + unitId + " " + terms);
        return Change.SAVED;
    }

    /**
     * Changes a profile of this account, ends it by its last day; needs {@link Duty#CHANGE_ACCOUNTS}.
     *
     * @param version the version that was read
     */
    public Change change(Rights by, AccountId account, long profileId, int version, Typed typed) {
        by.demand(Duty.CHANGE_ACCOUNTS);
        Optional<Change> refusal = refusal(typed);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<HeldProfile> read = register.of(account).stream()
                .filter(held -> held.id() == profileId)
                .findFirst();
        if (read.isEmpty()) {
            return Change.NOT_FOUND;
        }
        HeldProfile before = read.get();
        ProfileTerms terms = terms(typed);
        HeldProfile seen = new HeldProfile(before.id(), version, before.unit(), before.terms());
        if (!register.change(account, seen, terms)) {
            return Change.CHANGED_MEANWHILE;
        }
        String unit = before.unit().code() + " ";
        deeds.trace(
                by,
                TraceKind.ACCOUNT_CHANGED,
                "PROFILE_CHANGED",
                account,
                unit + "before " + before.terms() + ", after " + terms);
        return Change.SAVED;
    }

    private static Optional<Change> refusal(Typed typed) {
        if (TidyText.of(typed.function(), LONGEST_FUNCTION).isEmpty()) {
            return Optional.of(Change.TEXT_REFUSED);
        }
        Optional<LocalDate> from = day(typed.validFrom());
        Optional<LocalDate> until = day(typed.validUntil());
        if (from.isEmpty() || (until.isEmpty() && !typed.validUntil().isBlank())) {
            return Optional.of(Change.DATE_REFUSED);
        }
        return until.filter(last -> last.isBefore(from.get())).map(last -> Change.END_BEFORE_START);
    }

    private static ProfileTerms terms(Typed typed) {
        return new ProfileTerms(
                TidyText.of(typed.function(), LONGEST_FUNCTION).orElseThrow(),
                typed.needsPhone(),
                day(typed.validFrom()).orElseThrow(),
                day(typed.validUntil()));
    }

    /** A day between 1900 and 2999, so that no database chokes on it. */
    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.getYear() >= 1900 && day.getYear() < 3000);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
