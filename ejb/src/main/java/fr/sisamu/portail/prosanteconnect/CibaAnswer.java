package fr.sisamu.portail.prosanteconnect;

import java.time.Duration;

/** What the provider says of a request to an e-CPS (CIBA Core §10 and §11). */
public sealed interface CibaAnswer {

    /**
     * The e-CPS was asked.
     *
     * @param requestId names the request towards the provider (auth_req_id): a secret
     */
    record Asked(String requestId, Duration lifetime, Duration interval) implements CibaAnswer {

        @Override
        public String toString() {
            return "Asked[…]";
        }
    }

    /** Not answered yet. */
    record Pending(boolean slower) implements CibaAnswer {}

    /** Answered or given up: who stands there, or why nobody does. */
    record Judged(Proof proof) implements CibaAnswer {}
}
