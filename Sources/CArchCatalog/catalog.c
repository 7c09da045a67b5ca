#include "CArchCatalog.h"

// The words that all elements share, then one line per service in alphabetical order of its file; a
// test compares the list with the folder.
static const unsigned char bytes[] = {
#embed "services/common.arch" suffix(, 0,)
#embed "services/account.arch" suffix(, 0,)
#embed "services/app.arch" suffix(, 0,)
#embed "services/bi.arch" suffix(, 0,)
#embed "services/browser.arch" suffix(, 0,)
#embed "services/client.arch" suffix(, 0,)
#embed "services/code.arch" suffix(, 0,)
#embed "services/component.arch" suffix(, 0,)
#embed "services/consumer.arch" suffix(, 0,)
#embed "services/container.arch" suffix(, 0,)
#embed "services/database.arch" suffix(, 0,)
#embed "services/deployment.arch" suffix(, 0,)
#embed "services/developer.arch" suffix(, 0,)
#embed "services/endpoint.arch" suffix(, 0,)
#embed "services/event.arch" suffix(, 0,)
#embed "services/external.arch" suffix(, 0,)
#embed "services/group.arch" suffix(, 0,)
#embed "services/internet.arch" suffix(, 0,)
#embed "services/key.arch" suffix(, 0,)
#embed "services/mobile.arch" suffix(, 0,)
#embed "services/on-premises.arch" suffix(, 0,)
#embed "services/organization.arch" suffix(, 0,)
#embed "services/origin.arch" suffix(, 0,)
#embed "services/producer.arch" suffix(, 0,)
#embed "services/region.arch" suffix(, 0,)
#embed "services/replica.arch" suffix(, 0,)
#embed "services/resource.arch" suffix(, 0,)
#embed "services/result.arch" suffix(, 0,)
#embed "services/server.arch" suffix(, 0,)
#embed "services/snapshot.arch" suffix(, 0,)
#embed "services/source.arch" suffix(, 0,)
#embed "services/state.arch" suffix(, 0,)
#embed "services/stream.arch" suffix(, 0,)
#embed "services/subnet.arch" suffix(, 0,)
#embed "services/user.arch" suffix(, 0,)
#embed "services/vpc.arch" suffix(, 0,)
#embed "services/zone.arch" suffix(, 0,)
};

const unsigned char *archc_catalog_bytes(void) { return bytes; }

size_t archc_catalog_size(void) { return sizeof bytes; }
