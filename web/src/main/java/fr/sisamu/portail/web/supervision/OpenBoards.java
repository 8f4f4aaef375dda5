package fr.sisamu.portail.web.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The boards that hang on this node. */
@ApplicationScoped
public class OpenBoards {

    private final Set<OpenBoard> open = ConcurrentHashMap.newKeySet();

    void add(OpenBoard board) {
        board.stream().whenOver(() -> open.remove(board));
        open.add(board);
    }

    List<OpenBoard> all() {
        return List.copyOf(open);
    }

    /** Closes the stream; safe to call for one that is already closed. */
    void drop(OpenBoard board) {
        open.remove(board);
        board.stream().close();
    }
}
