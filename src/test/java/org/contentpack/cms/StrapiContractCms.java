package org.contentpack.cms;

/** A real Strapi keeps what synchronisation promises. */
class StrapiContractCms extends ConnectorContract {

    @Override
    protected CmsHands open() throws Exception {
        return StrapiHands.open();
    }
}
