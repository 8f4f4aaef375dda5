package fr.sisamu.portail.phone;

/** The telephone system (CTI), which logs an agent in on a desk phone. Called outside of any transaction. */
public interface DeskPhoneSwitch {

    /** What the telephone system says of a phone. */
    enum State {
        FREE,
        LOGGED_IN,
        ON_CALL
    }

    /** Logs the agent in. */
    void login(String unitCode, String number, String agent) throws SwitchUnavailableException;

    void logout(String unitCode, String number) throws SwitchUnavailableException;

    State state(String unitCode, String number) throws SwitchUnavailableException;
}
