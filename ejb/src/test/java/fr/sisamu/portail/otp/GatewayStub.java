package fr.sisamu.portail.otp;

import fr.sisamu.portail.message.Letter;
import fr.sisamu.portail.message.MailGateways;
import fr.sisamu.portail.message.MessageGateway;
import fr.sisamu.portail.message.NotHandedOverException;
import fr.sisamu.portail.message.NotHandedOverException.Fault;
import fr.sisamu.portail.message.SmsGateways;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider that keeps what it is handed, or refuses as a test tells it to. */
public final class GatewayStub implements MessageGateway, SmsGateways, MailGateways {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final String name;
    private final String references = UUID.randomUUID().toString();
    private final List<Letter> letters = new CopyOnWriteArrayList<>();
    private Optional<Fault> fault = Optional.empty();
    private List<MessageGateway> order = List.of(this);

    public GatewayStub(String name) {
        this.name = name;
    }

    public GatewayStub then(GatewayStub second) {
        order = List.of(this, second);
        return this;
    }

    public void refuse(Fault why) {
        fault = Optional.of(why);
    }

    public void accept() {
        fault = Optional.empty();
    }

    public List<Letter> letters() {
        return letters;
    }

    public Letter last() {
        return letters.get(letters.size() - 1);
    }

    /** What the provider calls the last letter; no other test's provider calls one so. */
    public String lastReference() {
        return references + "-" + letters.size();
    }

    public String lastCode() {
        Matcher code = CODE.matcher(last().text());
        if (!code.find()) {
            throw new AssertionError("no code in the last letter");
        }
        return code.group();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> hand(Letter letter) throws NotHandedOverException {
        if (fault.isPresent()) {
            throw new NotHandedOverException(fault.get(), "refused by the test", null);
        }
        letters.add(letter);
        return Optional.of(lastReference());
    }

    @Override
    public boolean available() {
        return fault.isEmpty();
    }

    @Override
    public List<MessageGateway> inOrder() {
        return order;
    }
}
