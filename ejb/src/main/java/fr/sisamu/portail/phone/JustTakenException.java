package fr.sisamu.portail.phone;

/**
 * Someone else was faster.
 *
 * <p>Unchecked within this package, because the attempt must be rolled back: whoever loses the race for a phone keeps
 * the one they had.
 */
class JustTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
