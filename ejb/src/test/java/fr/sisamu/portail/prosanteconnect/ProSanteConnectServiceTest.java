package fr.sisamu.portail.prosanteconnect;

import static fr.sisamu.portail.prosanteconnect.PscWorld.ORIGIN;
import static fr.sisamu.portail.prosanteconnect.PscWorld.back;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sisamu.portail.session.AssuranceLevel;
import fr.sisamu.portail.session.ProofTime;
import fr.sisamu.portail.testdb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ProSanteConnectServiceTest {

    final PscWorld world;

    ProSanteConnectServiceTest(TestDatabase.Kind database) {
        world = new PscWorld(database);
    }

    private Arrival.Refused refused(Arrival arrival, PscRefusal reason, String cause) {
        Arrival.Refused refused = (Arrival.Refused) arrival;
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(world.traced(refused.supportCode())).contains(reason.name(), cause, ORIGIN);
        return refused;
    }

    @Test
    void letsTheHolderInByAnIdentifierOfTheAccount() {
        Arrival.Proven proven = (Arrival.Proven) world.login();

        assertThat(proven.account()).isEqualTo(world.account());
        assertThat(proven.level()).isEqualTo(AssuranceLevel.STRONG);
        assertThat(world.traced(proven.supportCode())).contains("ACCEPTED", world.rpps, ORIGIN, "eidas1");
    }

    /** A login that the provider still knows says nothing of who sits there now. */
    @Test
    void countsAsAProofFromWhenThePersonAuthenticated() {
        assertThat(((Arrival.Proven) world.login()).proved())
                .as("nobody says when")
                .isEqualTo(ProofTime.UNKNOWN);

        Instant before = world.portal.clock().instant().minusSeconds(3600);
        world.provider.holderSince(before, world.rpps);
        assertThat(((Arrival.Proven) world.login()).proved()).isEqualTo(ProofTime.at(before));

        world.provider.holder(world.rpps);
        Departure.To anew = (Departure.To) world.service.depart(Optional.empty(), true, ORIGIN);
        assertThat(((Arrival.Proven) world.arrive(anew)).proved())
                .as("it was to ask anew")
                .isEqualTo(ProofTime.NOW);
    }

    @Test
    void handsTheSecretsOfTheAttemptToWhoeverJudgesTheAnswer() {
        world.login();

        AttemptSecrets begun = world.provider.begun.get(0);
        assertThat(world.provider.judgedWith).isEqualTo(begun);
        assertThat(begun.verifier()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(begun.nonce());
    }

    @Test
    void keepsNothingInTheDatabaseWithWhichALoginCouldBeFinished() {
        Departure.To departure = world.depart(Optional.empty());
        AttemptSecrets begun = world.provider.begun.get(0);

        String all = world.rows.one("select string_agg(state_digest || browser_digest || support_code, ' ')"
                + " from prosanteconnect_attempt");

        assertThat(all).doesNotContain(begun.state(), begun.nonce(), begun.verifier(), departure.browserSecret());
        assertThat(departure.toString() + begun + back(departure)).doesNotContain(begun.state());
    }

    @Test
    void letsEveryTabOfABrowserFinish() {
        Departure.To first = world.depart(Optional.empty());
        Departure.To second = world.depart(Optional.of(first.browserSecret()));

        assertThat(second.browserSecret()).isEqualTo(first.browserSecret());
        assertThat(world.arrive(second)).isInstanceOf(Arrival.Proven.class);
        assertThat(world.arrive(first)).isInstanceOf(Arrival.Proven.class);
    }

    @Test
    void takesNoCookieForASecretThatIsNone() {
        assertThat(world.depart(Optional.of("x".repeat(5000))).browserSecret()).hasSize(43);
    }

    @Test
    void refusesAStateThatItNeverGave() {
        Callback callback = Callback.of(Map.of("state", new String[] {"foreign"}, "code", new String[] {"a"}));

        refused(
                world.service.arrive(callback, Optional.of("secret"), ORIGIN),
                PscRefusal.STALE_ATTEMPT,
                "no such state");
        assertThat(world.provider.judged).hasValue(0);
    }

    @Test
    void refusesAnAnswerWithoutStateOrWithTwo() {
        Departure.To departure = world.depart(Optional.empty());
        String state = back(departure).state().orElseThrow();
        Callback twice = Callback.of(Map.of("state", new String[] {state, state}, "code", new String[] {"a"}));

        refused(
                world.service.arrive(twice, Optional.of(departure.browserSecret()), ORIGIN),
                PscRefusal.STALE_ATTEMPT,
                "no state");
    }

    @Test
    void refusesAnAnswerThatComesTwice() {
        Departure.To departure = world.depart(Optional.empty());
        world.arrive(departure);

        refused(world.arrive(departure), PscRefusal.STALE_ATTEMPT, "the state was used before");
        assertThat(world.provider.judged).hasValue(1);
    }

    @Test
    void refusesAnAnswerInAnotherBrowserAndLeavesItToTheRightOne() {
        Departure.To departure = world.depart(Optional.empty());
        Departure.To attacker = world.depart(Optional.empty());

        refused(
                world.service.arrive(back(departure), Optional.of(attacker.browserSecret()), ORIGIN),
                PscRefusal.STALE_ATTEMPT,
                "from another browser");
        refused(
                world.service.arrive(back(departure), Optional.empty(), ORIGIN),
                PscRefusal.STALE_ATTEMPT,
                "from another browser");
        assertThat(world.arrive(departure)).isInstanceOf(Arrival.Proven.class);
    }

    @Test
    void refusesAnAnswerFromTheInstantTheAttemptIsTooOld() {
        Departure.To late = world.depart(Optional.empty());
        Departure.To justInTime = world.depart(Optional.empty());
        world.portal.clock().advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(world.arrive(justInTime)).isInstanceOf(Arrival.Proven.class);
        world.portal.clock().advance(Duration.ofMillis(1));

        refused(world.arrive(late), PscRefusal.STALE_ATTEMPT, "too old");
    }

    @Test
    void letsExactlyOneOfTwentyParallelArrivalsIn() throws Exception {
        Departure.To departure = world.depart(Optional.empty());
        CyclicBarrier start = new CyclicBarrier(20);
        Callable<Arrival> arrival = () -> {
            start.await();
            return world.arrive(departure);
        };
        ExecutorService threads = Executors.newFixedThreadPool(20);

        List<Arrival> arrivals = new ArrayList<>();
        try {
            for (Future<Arrival> future : threads.invokeAll(Collections.nCopies(20, arrival))) {
                arrivals.add(future.get());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(arrivals).filteredOn(Arrival.Proven.class::isInstance).hasSize(1);
        assertThat(world.provider.judged).hasValue(1);
    }

    @Test
    void findsTheAccountByAnyOfTheOtherIdentifiers() {
        world.provider.holder("3999990005/UNKNOWN", world.rpps);

        assertThat(((Arrival.Proven) world.login()).account()).isEqualTo(world.account());
    }

    @Test
    void takesSeveralIdentifiersOfOneAccountForOnePerson() {
        world.provider.holder(world.rpps, world.rows.identifier(world.doctor));

        assertThat(world.login()).isInstanceOf(Arrival.Proven.class);
    }

    @Test
    void refusesIdentifiersOfTwoAccounts() {
        String colleagues = world.rows.identifier(world.rows.account("Dominique", "Factice"));
        world.provider.holder(world.rpps, colleagues);

        refused(world.login(), PscRefusal.CONFLICT, colleagues);
    }

    @Test
    void leavesARequestForWhoeverHasNoAccount() {
        world.provider.holder("ANS00000000" + world.doctor);

        Arrival.Refused refused = refused(world.login(), PscRefusal.NO_ACCOUNT, "ANS00000000" + world.doctor);

        assertThat(world.rows.one(
                        "select card_type || ' ' || family_name || ' ' || support_code from account_request"
                                + " where identifier = ?",
                        "ANS00000000" + world.doctor))
                .isEqualTo("PSC FACTICE " + refused.supportCode());
    }

    @Test
    void refusesAClosedAccount() {
        world.rows.run("update account set status = 'CLOSED' where id = ?", world.doctor);

        refused(world.login(), PscRefusal.ACCOUNT_CLOSED, world.rpps);
    }

    @Test
    void refusesTheFirstLoginOfWhoeverMustShowTheCardUntilTheyHave() {
        long unit = world.rows.unit("CRRA", 3600);
        world.rows.run("update unit set card_first = 'EVERYONE' where id = ?", unit);
        world.rows.profile(world.doctor, unit, "Médecin régulateur", java.time.LocalDate.of(2026, 1, 1), null);

        refused(world.login(), PscRefusal.FIRST_LOGIN_BY_CARD, world.rpps);
        world.rows.run(
                "update account set card_seen_at = ? where id = ?",
                world.portal.clock().instant(),
                world.doctor);

        assertThat(world.login()).isInstanceOf(Arrival.Proven.class);
    }

    @Test
    void tellsTheReasonOfTheProviderAndTracesItsCause() {
        world.provider.proof = new Proof.Nothing(PscRefusal.LEVEL_TOO_LOW, "acr eidas0");

        refused(world.login(), PscRefusal.LEVEL_TOO_LOW, "acr eidas0");
    }

    @Test
    void saysThatTheProviderIsDownAndForgetsItOnceItAnswers() {
        Departure.To departure = world.depart(Optional.empty());
        world.provider.down = true;

        refused(world.arrive(departure), PscRefusal.UNREACHABLE, "the provider is down");
        assertThat(world.service.state().failingSince())
                .contains(world.portal.clock().instant());
        Departure.Refused stayed = (Departure.Refused) world.service.depart(Optional.empty(), false, ORIGIN);
        assertThat(stayed.reason()).isEqualTo(PscRefusal.UNREACHABLE);
        assertThat(world.traced(stayed.supportCode())).contains("the provider is down");

        world.provider.down = false;
        assertThat(world.login()).isInstanceOf(Arrival.Proven.class);
        assertThat(world.service.state().available()).isTrue();
    }

    @Test
    void forgetsOldAttempts() {
        world.depart(Optional.empty());
        world.portal.clock().advance(Duration.ofHours(2));

        world.portal.get(ProSanteConnectPurge.class).forgetOld();

        assertThat(world.rows.count(
                        "prosanteconnect_attempt",
                        "expires_at < ?",
                        world.portal.clock().instant()))
                .isZero();
    }

    @Test
    void demandsAFreshLoginOnlyWhereOneMayBeOpen() {
        world.login();
        assertThat(world.provider.demanded).isEqualTo(Demand.of(Acr.EIDAS1));
        assertThat(world.provider.judgedFor).isEqualTo(Demand.of(Acr.EIDAS1));

        Instant click = world.portal.clock().instant();
        Departure.To departure = fresh();
        world.portal.clock().advance(Duration.ofMinutes(1));
        world.arrive(departure);

        Demand demanded = new Demand(Acr.EIDAS1, Optional.of(click));
        assertThat(world.provider.demanded).isEqualTo(demanded);
        assertThat(world.provider.judgedFor)
                .as("from the row and not from the browser")
                .isEqualTo(demanded);
    }

    @Test
    void letsNobodyInByALoginThatWasLeftOpenAndEndsItAtTheProvider() {
        world.provider.proof = new Proof.LeftOpen(ProviderStub.ID_TOKEN, "auth_time of an hour ago");

        Arrival.Refused refused = refused(world.arrive(fresh()), PscRefusal.NOT_FRESH, "auth_time of an hour ago");

        assertThat(refused.logout().orElseThrow().toString()).contains("id_token_hint=" + ProviderStub.ID_TOKEN);
        assertThat(world.traced(refused.supportCode())).doesNotContain(ProviderStub.ID_TOKEN);
    }

    private Departure.To fresh() {
        return (Departure.To) world.service.depart(Optional.empty(), true, ORIGIN);
    }
}
