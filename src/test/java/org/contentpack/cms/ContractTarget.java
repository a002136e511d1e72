package org.contentpack.cms;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contentpack.pack.Language;
import org.contentpack.pack.PackId;
import org.contentpack.sync.Connector;
import org.contentpack.sync.ConnectorSettings;
import org.contentpack.sync.ItemStatus;
import org.contentpack.sync.SyncFixture;
import org.contentpack.sync.Target;
import org.contentpack.sync.UpdatePolicy;
import org.contentpack.sync.http.Pause;
import org.contentpack.sync.http.SiteLimits;

/** The one target of the contract, and of what is measured. */
public final class ContractTarget {

    /** No site stands there. */
    public static final URI NOWHERE = URI.create("http://127.0.0.1:9");

    private ContractTarget() {}

    public static Target of(String kind, URI url) {
        return of(
                kind,
                url,
                Set.of(SyncFixture.LEG_CRAMPS, SyncFixture.GARDEN, ContractPacks.MANY_LETTERS));
    }

    public static Target of(String kind, URI url, Set<PackId> packs) {
        return new Target(
                SyncFixture.SITE,
                kind,
                url,
                packs,
                Set.of(),
                Set.of(new Language("en"), new Language("ar")),
                ItemStatus.LIVE,
                new UpdatePolicy.Ask(),
                false,
                Optional.empty());
    }

    public static Connector connector(
            Target target, Map<String, String> options, SiteLimits limits, Pause pause) {
        return Kinds.of(target.kind(), limits, pause)
                .connect(new ConnectorSettings(target, options));
    }

    /** For what needs no CMS. */
    static Connector none() {
        return connector(
                of("folder", NOWHERE), Map.of("path", "nowhere"), SiteLimits.DEFAULT, time -> {});
    }
}
