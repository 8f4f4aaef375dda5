package fr.sisamu.portail.web.security;

import fr.sisamu.portail.account.AccountId;
import fr.sisamu.portail.audit.SupportCode;
import jakarta.security.enterprise.CallerPrincipal;

/** Who logs in or is logged in: the account, and the support code under which the trace tells of the login. */
public class AgentPrincipal extends CallerPrincipal {

    private static final long serialVersionUID = 1L;

    private final long account;
    private final String supportCode;

    public AgentPrincipal(AccountId account, SupportCode supportCode) {
        super(Long.toString(account.value()));
        this.account = account.value();
        this.supportCode = supportCode.value();
    }

    public AccountId account() {
        return new AccountId(account);
    }

    public SupportCode supportCode() {
        return new SupportCode(supportCode);
    }
}
