package fr.sisamu.portail.otp;

import fr.sisamu.portail.message.Template;

/** What a code is good for; it proves nothing else. */
public enum Purpose {
    LOGIN(Template.CODE_LOGIN),
    CONFIRM_CHANNEL(Template.CODE_CONFIRM_CHANNEL),
    RECOVER(Template.CODE_RECOVER);

    private final Template template;

    Purpose(Template template) {
        this.template = template;
    }

    Template template() {
        return template;
    }
}
