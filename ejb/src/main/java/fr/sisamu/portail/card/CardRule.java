package fr.sisamu.portail.card;

import java.util.Optional;

/** One rule about a certificate. It objects or it is content; it never asks anything outside. */
@FunctionalInterface
interface CardRule {

    Optional<Objection> objection(Examination card);
}
