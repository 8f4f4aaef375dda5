package fr.sisamu.portail.web.page;

import fr.sisamu.portail.web.security.FaultFilter;
import fr.sisamu.portail.web.security.PageRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Behind {@code error.xhtml}: which texts to show. It asks nothing but the request. */
@Named
@RequestScoped
public class ErrorPage {

    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 408, 411, 413, 415, 500, 503);
    private static final Set<Integer> LOGGED = Set.of(500, 503);

    @Inject
    HttpServletRequest request;

    /** The status whose texts {@code error.<status>.…} are shown; opened by hand, the page says « not found ». */
    public int getStatus() {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status == null) {
            return 404;
        }
        return status instanceof Integer code && EXPLAINED.contains(code) ? code : 500;
    }

    public String getKey() {
        return "error." + PageRefusal.reason(request).orElseGet(() -> Integer.toString(getStatus()));
    }

    /** The code under which a fault was logged and traced; null where nothing was. */
    public String getSupportCode() {
        boolean logged = PageRefusal.reason(request).isEmpty() && LOGGED.contains(getStatus());
        boolean traced = logged || PageRefusal.isTraced(request);
        return traced ? (String) request.getAttribute(FaultFilter.SUPPORT_CODE) : null;
    }
}
