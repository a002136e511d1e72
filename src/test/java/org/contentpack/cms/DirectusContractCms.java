package org.contentpack.cms;

/** A real Directus keeps what synchronisation promises. */
class DirectusContractCms extends ConnectorContract {

    @Override
    protected CmsHands open() throws Exception {
        return DirectusHands.open();
    }
}
