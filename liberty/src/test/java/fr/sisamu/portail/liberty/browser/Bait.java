package fr.sisamu.portail.liberty.browser;

import java.util.Map;
import java.util.stream.Collectors;

/** How a page of another site makes a browser send what was forged, so that the answer takes the place of the page. */
enum Bait {
    LINK(true) {
        @Override
        String html(Forgery forgery) {
            return "<a id='bait' href='" + escaped(forgery.link()) + "'>Planning de la semaine</a>";
        }
    },
    WINDOW(true) {
        @Override
        String html(Forgery forgery) {
            return "<button id='bait' data-to='" + escaped(forgery.link())
                    + "' onclick='window.open(this.dataset.to)'>Planning</button>";
        }
    },
    REFRESH(false) {
        @Override
        String html(Forgery forgery) {
            return "<meta http-equiv='refresh' content='0;url=" + escaped(forgery.link()) + "'>";
        }
    },
    SCRIPT(false) {
        @Override
        String html(Forgery forgery) {
            return "<a id='there' href='" + escaped(forgery.link())
                    + "'></a><script>onload = () => { location = document.getElementById('there').href; }</script>";
        }
    },
    GET_FORM(false) {
        @Override
        String html(Forgery forgery) {
            return form(forgery, "method='get'");
        }
    },
    POST_FORM(false) {
        @Override
        String html(Forgery forgery) {
            return form(forgery, "method='post'");
        }
    },
    POST_MULTIPART(false) {
        @Override
        String html(Forgery forgery) {
            return form(forgery, "method='post' enctype='multipart/form-data'");
        }
    },
    POST_TEXT(false) {
        @Override
        String html(Forgery forgery) {
            return form(forgery, "method='post' enctype='text/plain'");
        }
    },
    /** All of it in the address, and the form empty. */
    POST_ADDRESS(false) {
        @Override
        String html(Forgery forgery) {
            return "<form method='post' action='" + escaped(forgery.link()) + "'></form>" + SUBMIT;
        }
    };

    private static final String SUBMIT =
            "<script>onload = () => { HTMLFormElement.prototype.submit.call(document.forms[0]); }</script>";

    private final boolean clicked;

    Bait(boolean clicked) {
        this.clicked = clicked;
    }

    abstract String html(Forgery forgery);

    /** Whether it waits for a click, on {@code #bait}. */
    boolean clicked() {
        return clicked;
    }

    /** Everything that a page can send behind its own back, at once; the title says when all of it is answered. */
    static String embedded(Forgery forgery) {
        String link = escaped(forgery.link());
        return "<img src='" + link + "' alt=''><iframe name='frame' id='frame' src='" + link + "'></iframe>"
                + "<iframe name='posted'></iframe><object data='" + link + "'></object>"
                + "<link rel='stylesheet' href='" + link + "'><script src='" + link + "'></script>"
                + form(forgery, "method='post' target='posted'")
                + "<script>const link = '" + forgery.link() + "';"
                + "const all = {mode: 'no-cors', credentials: 'include'};"
                + "const sent = [fetch(link, all), fetch(link, {...all, method: 'HEAD'}),"
                + " fetch('" + forgery.target() + "', {...all, method: 'POST', body: new URLSearchParams('"
                + forgery.encoded() + "')}),"
                + " new Promise(done => addEventListener('load', () => setTimeout(done, 1000)))];"
                + "Promise.allSettled(sent).then(() => { document.title = 'fini'; });</script>";
    }

    private static String form(Forgery forgery, String how) {
        return "<form " + how + " action='" + escaped(forgery.target()) + "'>"
                + forgery.fields().entrySet().stream().map(Bait::field).collect(Collectors.joining()) + "</form>"
                + SUBMIT;
    }

    private static String field(Map.Entry<String, String> field) {
        return "<input type='hidden' name='" + escaped(field.getKey()) + "' value='" + escaped(field.getValue()) + "'>";
    }

    private static String escaped(Object text) {
        return text.toString().replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;");
    }
}
