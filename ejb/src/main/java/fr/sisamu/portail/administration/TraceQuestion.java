package fr.sisamu.portail.administration;

/**
 * What is asked of the trace, as typed; what is left empty does not matter.
 *
 * @param code a support code as a person reads it out
 * @param login an identifier (prenom.nom)
 * @param kind the name of a {@link fr.sisamu.portail.audit.TraceKind}
 * @param unit the code of a unit
 * @param from the first day that counts, in Paris, as ISO-8601 writes it
 * @param until the last one, included
 */
public record TraceQuestion(String code, String login, String kind, String unit, String from, String until) {

    /** Whether anything is asked. */
    public boolean blank() {
        return (code + login + kind + unit + from + until).isBlank();
    }
}
