package org.contentpack.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.contentpack.pack.ReleaseId;
import org.contentpack.signature.Signature;

/** Signatures of registered releases as rows, one for each key. Has no state. */
final class SignatureTable {

    private SignatureTable() {}

    static void insert(Connection connection, long sequence, List<Signature> signatures)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "insert into release_signature (sequence, key_id, jws) values (?, ?, ?)")) {
            for (Signature signature : signatures) {
                insert.setLong(1, sequence);
                insert.setString(2, signature.keyId());
                insert.setString(3, signature.jws());
                insert.executeUpdate();
            }
        }
    }

    static List<Signature> find(Connection connection, ReleaseId id) throws SQLException {
        List<Signature> signatures = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select s.key_id, s.jws from release_signature s"
                                + " join registration r on r.sequence = s.sequence"
                                + " where r.pack = ? and r.version = ? order by s.key_id")) {
            select.setString(1, id.pack().value());
            select.setString(2, id.version().text());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    signatures.add(new Signature(row.getString(1), row.getString(2)));
                }
            }
        }
        return signatures;
    }
}
