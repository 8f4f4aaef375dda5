package fr.sisamu.portail.revocation;

import java.net.URI;

/** Where lists are fetched from, in the background only: no login ever waits for it. */
public interface RevocationListSource {

    /**
     * Downloads what the address holds, without judging it.
     *
     * @param limit the most octets to read; a longer answer is a failure
     */
    byte[] fetch(URI address, int limit) throws RevocationListUnavailableException;
}
