package fr.sisamu.portail.session;

import java.util.Optional;

/** An open session and the post it was opened on. */
record OpenPlace(Long sessionId, String workstation) {

    public OpenPlace {} // JPA calls public constructors only

    boolean on(Optional<String> post) {
        return workstation != null && post.equals(Optional.of(workstation));
    }
}
