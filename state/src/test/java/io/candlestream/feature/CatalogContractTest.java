package io.candlestream.feature;

import org.junit.jupiter.api.Nested;

/// Every name that comes with candlestream, and those of the tests, keep the [CatalogContract].
final class CatalogContractTest {

    @Nested
    class Standard extends CatalogContract {

        Standard() {
            super(Catalog.standard());
        }
    }

    @Nested
    class OfTheTests extends CatalogContract {

        OfTheTests() {
            super(TestCatalog.catalog());
        }
    }
}
