package fr.sisamu.portail.liberty.blackbox;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;

/** Says which certificate the server saw on this connection, by its serial number. */
@WebServlet("/certificate")
public class CertificateEchoServlet extends HttpServlet {

    public static final String NONE = "no certificate";

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        X509Certificate[] path = (X509Certificate[]) request.getAttribute("jakarta.servlet.request.X509Certificate");
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<!DOCTYPE html><html lang=\"en\"><title>certificate</title><link rel=\"icon\" href=\"data:,\">"
                        + "<body><main id=\"seen\">" + seen(path) + "</main></body></html>");
    }

    private static String seen(X509Certificate[] path) {
        return path == null ? NONE : marking(path[0].getSerialNumber());
    }

    /** How a serial number is written here. */
    public static String marking(BigInteger serialNumber) {
        return "certificate " + serialNumber.toString(16);
    }
}
