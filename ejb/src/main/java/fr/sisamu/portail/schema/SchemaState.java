package fr.sisamu.portail.schema;

import jakarta.enterprise.context.ApplicationScoped;

/** Stub. */
@ApplicationScoped
public class SchemaState {
    public boolean ready() {
        return true;
    }
}
