package fr.sisamu.portail.adapter.sms;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The keys of a gateway named « test », as a test gives them. */
final class KeysOf {

    private KeysOf() {}

    static GatewayKeys map(Map<String, String> keys) {
        Config config = (Config) Proxy.newProxyInstance(
                KeysOf.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, args) ->
                        Optional.ofNullable(keys.get(String.valueOf(args[0]).replace("portail.sms.test.", ""))));
        return new GatewayKeys(config, "test");
    }
}
