package fr.sisamu.portail.liberty.browser;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Closes the browsers that a test has opened, after photographing what they showed when the test failed. Every test
 * with a browser names it in {@link ExtendWith}.
 */
public final class ClosesBrowsers implements AfterEachCallback {

    private static final ThreadLocal<Deque<Browser>> OPEN = ThreadLocal.withInitial(ArrayDeque::new);

    static Browser opened(Browser browser) {
        OPEN.get().push(browser);
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Deque<Browser> browsers = OPEN.get();
        while (!browsers.isEmpty()) {
            try (Browser browser = browsers.pop()) {
                if (context.getExecutionException().isPresent()) {
                    browser.screenshot(
                            "failed-" + context.getRequiredTestClass().getSimpleName() + "-"
                                    + context.getRequiredTestMethod().getName() + "-" + browsers.size());
                }
            }
        }
    }
}
