package fr.sisamu.portail.revocation;

import jakarta.ejb.ApplicationException;
import java.net.URI;

/** No list came from an address. Checked, because the caller has something better to do: ask the next address. */
@ApplicationException(rollback = true)
public class RevocationListUnavailableException extends Exception {

    public RevocationListUnavailableException(URI address, Throwable cause) {
        super("no list from " + address + ": " + cause.getMessage(), cause);
    }
}
