package fr.sisamu.portail.directory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of each kind of file, by the name that docs/import.md gives them and by those that others do. */
enum Column {
    UNIT_CODE(FileKind.UNITS, true, "code", "code_entite", "entite", "idcrra"),
    UNIT_NAME(FileKind.UNITS, true, "nom", "libelle", "nom_entite", "name"),
    UNIT_IDLE(FileKind.UNITS, false, "inactivite_minutes", "inactivite"),

    LOGIN(FileKind.ACCOUNTS, false, "identifiant", "login", "identifiant_portail"),
    GIVEN_NAME(FileKind.ACCOUNTS, true, "prenom", "prenom_d_exercice", "given_name"),
    FAMILY_NAME(FileKind.ACCOUNTS, true, "nom", "nom_d_exercice", "nom_de_famille", "family_name"),
    IDENTIFIERS(FileKind.ACCOUNTS, false, "identifiants_nationaux", "identifiant_national", "idnat", "idnat_ps"),
    STATUS(FileKind.ACCOUNTS, false, "statut", "etat", "status"),

    PROFILE_LOGIN(FileKind.PROFILES, false, "identifiant", "login", "identifiant_portail"),
    PROFILE_IDENTIFIER(FileKind.PROFILES, false, "identifiant_national", "idnat", "idnat_ps"),
    PROFILE_UNIT(FileKind.PROFILES, true, "entite", "code_entite", "unit"),
    FUNCTION(FileKind.PROFILES, true, "fonction", "profil", "function"),
    NEEDS_PHONE(FileKind.PROFILES, false, "telephone", "telephone_requis", "needs_phone"),
    FROM(FileKind.PROFILES, false, "debut", "date_debut", "date_de_debut", "from"),
    UNTIL(FileKind.PROFILES, false, "fin", "date_fin", "date_de_fin", "until"),

    PHONE_UNIT(FileKind.PHONES, true, "entite", "code_entite", "unit"),
    NUMBER(FileKind.PHONES, true, "numero", "numero_unique", "number"),
    LABEL(FileKind.PHONES, true, "libelle", "nom", "label"),
    ACTIVE(FileKind.PHONES, false, "actif", "active");

    private final FileKind kind;
    private final boolean required;
    private final String title;
    /** Each between two blanks. */
    private final String names;

    Column(FileKind kind, boolean required, String... names) {
        this.kind = kind;
        this.required = required;
        this.title = names[0];
        this.names = " " + String.join(" ", names) + " ";
    }

    /** The name that messages and documents use. */
    String title() {
        return title;
    }

    boolean isRequired() {
        return required;
    }

    static Stream<Column> of(FileKind kind) {
        return Arrays.stream(values()).filter(column -> column.kind == kind);
    }

    /** The column that a header cell means: accents, case, blanks and signs do not matter. */
    static Optional<Column> named(FileKind kind, String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return of(kind).filter(column -> column.names.contains(" " + plain + " "))
                .findFirst();
    }
}
