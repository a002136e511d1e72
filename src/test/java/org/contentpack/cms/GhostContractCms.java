package org.contentpack.cms;

/** A real Ghost keeps what synchronisation promises. */
class GhostContractCms extends ConnectorContract {

    @Override
    protected CmsHands open() throws Exception {
        return GhostHands.open();
    }
}
