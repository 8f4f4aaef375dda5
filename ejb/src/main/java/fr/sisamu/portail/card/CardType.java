package fr.sisamu.portail.card;

/** Product types of CPx cards, in the order of their code (TRE_G02, private extension 1.2.250.1.71.1.2.2). */
public enum CardType {
    CPS,
    CPF,
    CPE,
    CPA
}
