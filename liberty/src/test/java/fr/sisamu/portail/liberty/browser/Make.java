package fr.sisamu.portail.liberty.browser;

/** The browsers that the posts of call centres run. */
public enum Make {
    CHROMIUM(".pki/nssdb"),
    /** The extended support release, as most hospitals install it. */
    FIREFOX("profile");

    private final String store;

    /** Where it looks for certificates, within its home. */
    Make(String store) {
        this.store = store;
    }

    Browser open(BrowserSetup setup) {
        CertificateStore certificates = CertificateStore.create(store, setup.card());
        return ClosesBrowsers.opened(new Browser(start(setup, certificates), certificates));
    }

    private Engine start(BrowserSetup setup, CertificateStore certificates) {
        return switch (this) {
            case CHROMIUM -> Chromium.start(setup, certificates);
            case FIREFOX -> Firefox.start(setup, certificates);
        };
    }
}
