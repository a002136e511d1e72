package org.contentpack.access;

import java.util.List;
import java.util.Set;
import org.contentpack.pack.PackId;

/**
 * Somebody whose credential was accepted.
 *
 * @param name of the credential, shown in the audit log; never the credential itself
 * @param scopes what it may do
 * @param packPrefixes beginnings of the ids of the packs that it may do this to; the empty prefix
 *     stands for all packs
 */
public record Caller(String name, Set<Scope> scopes, List<String> packPrefixes) {

    public Caller {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a caller needs a name");
        }
        scopes = Set.copyOf(scopes);
        packPrefixes = List.copyOf(packPrefixes);
    }

    /** True where the caller has the scope, for whatever pack. */
    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }

    /** True where the caller may do this to the pack. */
    public boolean may(Scope scope, PackId pack) {
        return has(scope) && packPrefixes.stream().anyMatch(pack.value()::startsWith);
    }
}
