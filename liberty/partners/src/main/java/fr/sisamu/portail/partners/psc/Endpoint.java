package fr.sisamu.portail.partners.psc;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;

/** One address of the provider. */
@FunctionalInterface
interface Endpoint {

    /**
     * Answers a request.
     *
     * @throws GeneralException a refusal whose error object says why; without one the request made no sense
     */
    HTTPResponse answer(HTTPRequest request) throws GeneralException;
}
