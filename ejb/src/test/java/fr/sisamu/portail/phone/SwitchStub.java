package fr.sisamu.portail.phone;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A telephone system that does what a test says and remembers what it was told. */
class SwitchStub implements DeskPhoneSwitch {

    final List<String> told = new CopyOnWriteArrayList<>();
    volatile boolean down;
    volatile State state = State.LOGGED_IN;

    @Override
    public void login(String unitCode, String number, String agent) throws SwitchUnavailableException {
        answer();
        told.add("login " + number);
    }

    @Override
    public void logout(String unitCode, String number) throws SwitchUnavailableException {
        answer();
        told.add("logout " + number);
    }

    @Override
    public State state(String unitCode, String number) throws SwitchUnavailableException {
        answer();
        return state;
    }

    private void answer() throws SwitchUnavailableException {
        if (down) {
            throw new SwitchUnavailableException("down", null);
        }
    }
}
