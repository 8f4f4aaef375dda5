package fr.sisamu.portail.otp;

/**
 * How far a person has come in « La première connexion ». Read from what is there, so that it survives a crash and a
 * log-out, and nothing has to be ticked.
 *
 * @param cardRequired whether this person's first login is by card
 */
public record FirstLogin(boolean cardRequired, boolean cardSeen, boolean channelVerified, boolean passwordSet) {

    public boolean complete() {
        return (cardSeen || !cardRequired) && channelVerified && passwordSet;
    }
}
