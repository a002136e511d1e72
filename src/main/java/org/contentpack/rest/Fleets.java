package org.contentpack.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.contentpack.sync.FleetEntry;
import org.contentpack.sync.Sync;

/** The installations that a caller may see. */
@Dependent
public class Fleets {

    @Inject Sync sync;

    List<FleetEntry> entries(FleetFilter filter, HttpServletRequest request) throws IOException {
        return sync.fleet(filter.stored()).stream()
                .filter(filter::takes)
                .filter(e -> SyncLookup.isFor(request, e.installation().key().pack()))
                .toList();
    }
}
