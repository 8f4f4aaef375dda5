package fr.sisamu.portail.liberty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The telephone or the mailbox of a test's agent, whoever delivers to it. */
public interface Inbox {

    Duration PATIENCE = Duration.ofSeconds(20);
    Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    /** The texts that this address has had so far, newest first. */
    List<String> texts(String address);

    /** How many messages this address has had so far. */
    default int count(String address) {
        return texts(address).size();
    }

    /** How many of them carried a code. */
    default long countCodes(String address) {
        return texts(address).stream().filter(text -> CODE.matcher(text).find()).count();
    }

    /** The newest code among the messages after so many; a notice may come between. */
    default String nextCode(String address, int before) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            List<String> texts = texts(address);
            Optional<String> code = texts.stream()
                    .limit(Math.max(0, texts.size() - before))
                    .flatMap(text -> CODE.matcher(text).results().map(MatchResult::group))
                    .findFirst();
            if (code.isPresent()) {
                RunSecrets.keep(address);
                return RunSecrets.keep(code.get());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new AssertionError("no code came within " + PATIENCE);
    }
}
