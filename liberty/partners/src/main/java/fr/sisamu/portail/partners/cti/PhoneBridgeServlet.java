package fr.sisamu.portail.partners.cti;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code PUT /cti/phones/FR770/4101} logs an agent in, {@code DELETE} out, {@code GET} tells the state; {@code POST} on
 * {@code …/call} with {@code on=true} begins a call and with {@code on=false} ends it.
 */
@WebServlet(value = "/cti/*", asyncSupported = true)
public class PhoneBridgeServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PHONE = Pattern.compile("/phones/([A-Z0-9]{5}/[^/]{1,25})(/call)?");

    private final transient DeskPhones phones = new DeskPhones();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PHONE.matcher(String.valueOf(request.getPathInfo()));
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String phone = path.group(1);
        boolean call = path.group(2) != null;
        switch (request.getMethod() + (call ? " call" : "")) {
            case "GET" -> response.setHeader("Cache-Control", "no-store");
            case "PUT" -> phones.logIn(phone);
            case "DELETE" -> phones.logOut(phone);
            case "POST call" -> phones.call(phone, Boolean.parseBoolean(request.getParameter("on")));
            default -> {
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
                return;
            }
        }
        response.setContentType("application/json");
        response.getWriter().write("{\"state\":\"" + phones.state(phone) + "\"}");
    }
}
