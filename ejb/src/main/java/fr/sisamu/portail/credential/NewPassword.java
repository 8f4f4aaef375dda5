package fr.sisamu.portail.credential;

import java.util.Optional;

/** A new password that was judged: its hash, or why it was refused. */
public record NewPassword(Optional<PasswordRefusal> refusal, Optional<String> hash) {

    static NewPassword refused(PasswordRefusal refusal) {
        return new NewPassword(Optional.of(refusal), Optional.empty());
    }

    static NewPassword hashed(String hash) {
        return new NewPassword(Optional.empty(), Optional.of(hash));
    }

    @Override
    public String toString() {
        return "NewPassword[…]";
    }
}
