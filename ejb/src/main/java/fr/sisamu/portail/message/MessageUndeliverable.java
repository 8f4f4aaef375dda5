package fr.sisamu.portail.message;

import fr.sisamu.portail.account.AccountId;

/** A CDI event: this address of this account does not work. */
public record MessageUndeliverable(AccountId account, ChannelKind kind, String address) {

    @Override
    public String toString() {
        return "MessageUndeliverable[" + kind + "]";
    }
}
