package fr.sisamu.portail.message;

/** What a message says; each has its texts in {@code notifications_fr} and {@code notifications_en}. */
public enum Template {
    CODE_LOGIN,
    CODE_CONFIRM_CHANNEL,
    CODE_RECOVER,
    NOTICE_CHANNEL_ADDED,
    NOTICE_CHANNEL_REMOVED,
    NOTICE_PASSWORD_CHANGED,
    NOTICE_PASSWORD_RECOVERED,
    NOTICE_CHANGE_UNDONE,
    NOTICE_EMERGENCY_OPENED
}
