package org.contentpack.cms;

/** A real WordPress with the companion plugin keeps what synchronisation promises. */
class WordPressContractCms extends ConnectorContract {

    @Override
    protected CmsHands open() throws Exception {
        return WordPressHands.open();
    }
}
