package fr.sisamu.portail.card;

import java.util.Arrays;
import java.util.Optional;

/** Product types of CPx cards, with their code (TRE_G02, private extension 1.2.250.1.71.1.2.2). */
public enum CardType {
    CPS(0),
    CPF(1),
    CPE(2),
    CPA(3);

    private final int code;

    CardType(int code) {
        this.code = code;
    }

    static Optional<CardType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
