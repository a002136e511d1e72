package org.contentpack.registry;

import org.contentpack.storage.InMemoryReleaseStore;

class RegistryInMemoryTest extends RegistryContract {

    @Override
    ReleaseStore emptyStore() {
        return new InMemoryReleaseStore();
    }
}
