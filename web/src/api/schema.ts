/** Made by scripts/api-types.mjs from the description of the API: do not write here. */
export interface paths {
    "/api/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs that have ended, the newest end first */
        get: operations["Jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a job tried again that failed or was cancelled */
        post: operations["Jobs_again"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole access journal, newest first */
        get: operations["Journal_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lines of the organisation’s ledger
         * @description Who was given access, which sites, products and suppliers there are, and who wrote it down.
         */
        get: operations["OrganisationEntries_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisation/entries/{line}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One line of the organisation’s ledger, as it was written */
        get: operations["OrganisationEntries_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody, in the order in which they joined */
        get: operations["People_list"];
        put?: never;
        /** Add a person */
        post: operations["People_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{person}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what a person may do at a site, or for the organisation */
        post: operations["People_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All approved and withdrawn products */
        get: operations["Products_list"];
        put?: never;
        /** Approve a product */
        post: operations["Products_approve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/catalogue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Facts of real packages, each with its source */
        get: operations["Products_catalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and until when
         * @description Asking does not keep the session from locking.
         */
        get: operations["Sessions_show"];
        put?: never;
        /**
         * Sign in
         * @description Whether the name is unknown or the password wrong is not told. Too many failures are answered with 429.
         */
        post: operations["Sessions_open"];
        /** Sign out */
        delete: operations["Sessions_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove again who one is
         * @description For signatures, which policy wants a fresh proof for, and to unlock a session, which takes the password.
         */
        post: operations["Sessions_prove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose a new password, and a PIN
         * @description Ends every other session of the person.
         */
        put: operations["Sessions_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether this deployment is set up */
        get: operations["Setup_state"];
        put?: never;
        /**
         * Set the deployment up: organisation, first person, first site
         * @description May be repeated with the same content when it was cut off; what was done is found and the rest is done.
         */
        post: operations["Setup_run"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sites at which the person has any right, by name */
        get: operations["Sites_list"];
        put?: never;
        /** Add a site and open its ledger */
        post: operations["Sites_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/administrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what was given */
        post: operations["Administrations_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Balances of each audit item */
        get: operations["Stock_balances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/breakages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record a breakage
         * @description What was saved stays in custody under the container’s name, in quarantine, for disposal; the rest is spilled.
         */
        post: operations["Breakages_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The signed head over every line recorded so far
         * @description A signed note, as in c2sp.org/tlog-checkpoint.
         */
        get: operations["Evidence_checkpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/close-outs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a container out */
        post: operations["CloseOuts_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/containers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Containers, in the order of their ids */
        get: operations["Stock_containers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/containers/{container}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A container from its receipt to its end */
        get: operations["Stock_container"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/containers/{container}/story": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every line that tells of a container, from its receipt to its end */
        get: operations["Stock_story"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct a line */
        post: operations["Corrections_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin a count of a storage location, or count a recorded one again */
        post: operations["Counts_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/counts/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scheduled counts: due, overdue and missed
         * @description Periods are of business days in the zone of the site, since the schedule was published.
         */
        get: operations["CountsDue_due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/counts/running": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts of storage locations that are running
         * @description A second person finds there the count that two people are to make.
         */
        get: operations["Counts_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/counts/{count}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A running count as it stands for the asking person */
        get: operations["Counts_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/counts/{count}/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in what one of two people found who count apart
         * @description The first hands in as whoever began it, the second as anybody else who may count. Neither learns what the other found, or what the book says: only whether both found the same. Volumes are the same within what the coarser measure can tell. Where they differ, both count everything again.
         */
        post: operations["Counts_handIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/counts/{count}/tally": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in what was counted
         * @description The first figures stand. Lines that differ are asked for once more before the count is recorded. A second counter signs beforehand, as kind `count` or `recount`, with the id of the running count in the body.
         */
        post: operations["Counts_tally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/custody": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who holds what now
         * @description Drug in containers is not here: see the balances.
         */
        get: operations["Custody_now"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closed days, the earliest first */
        get: operations["Days_list"];
        put?: never;
        /**
         * Close a business day
         * @description Refused while anything is in process, held or unwitnessed that is not excused with a reason.
         */
        post: operations["Days_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/days/{date}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a day can be closed, and what stands in the way */
        get: operations["Days_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Disclosures, the newest first */
        get: operations["Disclosures_list"];
        put?: never;
        /**
         * Record that issued documents were handed to somebody outside
         * @description The documents are those that were issued before: each is named by the line that did.
         */
        post: operations["Disclosures_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/discrepancies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All discrepancies, by id */
        get: operations["Discrepancies_list"];
        put?: never;
        /** Assign, note or close */
        post: operations["Discrepancies_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/discrepancies/{case}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A discrepancy as it stands */
        get: operations["Discrepancies_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/discrepancies/{case}/explanations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Single mistakes since the last agreed count that would explain it, with the arithmetic
         * @description Proposals, the likeliest first: people look, and a correction names what was wrong.
         */
        get: operations["Discrepancies_explanations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/discrepancies/{case}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The case file: counts, steps, notes and signatures in their order
         * @description Notes are shown to whoever may read about patients, and the journal says that they were read.
         */
        get: operations["Discrepancies_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/disposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dispose of stock
         * @description An opened container leaves with what was measured in it; the rest of its book is named as at a close-out.
         */
        post: operations["Disposals_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries that drew, newest first */
        get: operations["Draws_list"];
        put?: never;
        /** Record a draw */
        post: operations["Draws_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lines of the ledger */
        get: operations["Entries_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/entries/{line}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One line, with what later lines said of it */
        get: operations["Entries_one"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/entries/{line}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The proof of a line with the checkpoint that it leads to, in one text
         * @description As in c2sp.org/tlog-proof.
         */
        get: operations["Evidence_proof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A stream of the sizes of the site’s ledger
         * @description Server-sent events. Each carries `{ "ledger": …, "size": … }` and nothing of any line; its id is the size. The first tells the size at once, so that whoever comes back has missed nothing. It ends with the session and when the session locks, and listening does not keep a session open.
         */
        get: operations["Events_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file
         * @description PDF, PNG, JPEG or TIFF, up to 20 MiB. It is removed after a day unless an entry names it by then.
         */
        post: operations["Files_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/hand-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand drawn drug to another person
         * @description The taker signs beforehand, as `received`. No quantity moves; the draws have another holder.
         */
        post: operations["HandOffs_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what left with a patient
         * @description Not a transfer between registrants. What ran in before departure is an administration of its own. A custodian countersigns.
         */
        post: operations["HandOvers_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Seal residue in a numbered bag
         * @description One person does it. The bag leaves the custody of its holder and is opened before a witness.
         */
        post: operations["Holds_seal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/holds/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a sealed bag before a witness
         * @description The witness signs as `witnessed`, having seen the sealed bag. What is measured short stays in process until it is explained.
         */
        post: operations["Holds_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/infusion-orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Infusions of a day or of a patient, and where each stands */
        get: operations["InfusionOrders_list"];
        put?: never;
        /** Record an order */
        post: operations["InfusionOrders_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/infusion-orders/closings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close an infusion that adds up
         * @description Refused while anything drawn for it is not given, wasted, held or handed over, whatever the posture.
         */
        post: operations["InfusionOrders_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/infusion-orders/{order}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order, and what became of everything that was drawn for it */
        get: operations["Stock_order"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/inventories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inventories of the site, the newest first */
        get: operations["InventorySheets_list"];
        put?: never;
        /** Record the first inventory */
        post: operations["Inventories_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/inventories/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When the next inventory of everything is due
         * @description 21 CFR 1304.11(c): within two years of the one before, or sooner where the site publishes so. Warned of 90, 30 and 7 days before the last day.
         */
        get: operations["InventorySheets_due"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/inventories/running": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin an inventory of the site
         * @description 21 CFR 1304.11. What is there is counted now; what was there at the opening or close of business follows from it.
         */
        post: operations["RunningInventories_begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/inventories/running/{inventory}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A running inventory: what to count, and never how much there should be */
        get: operations["RunningInventories_show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/inventories/running/{inventory}/tally": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in what was counted for an inventory
         * @description The first figures stand. Lines that differ are asked for once more before it is recorded. The second counter signs beforehand, as kind `inventory-tally`, with the id of the running inventory in the body.
         */
        post: operations["RunningInventories_tally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/inventories/signed-copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File the signed copy of an inventory
         * @description Upload the scan first, as a file. Filed once more, the newer scan stands, and both stay.
         */
        post: operations["SignedCopies_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the access journal says about one site, newest first */
        get: operations["Journal_ofSite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/log.vkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The key that verifies the checkpoints of this ledger
         * @description A vkey, as in c2sp.org/signed-note; line 0 of the ledger names the same.
         */
        get: operations["Evidence_vkey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/losses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All losses, by id */
        get: operations["Losses_list"];
        put?: never;
        /**
         * Record a step: suspicion, discovery, determination, notice, Form 106, or what was found again
         * @description Whoever may look into discrepancies may record a suspicion; every other step is the registrant’s.
         */
        post: operations["Losses_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/losses/{loss}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is due when, and how that was computed
         * @description Days are those of the site’s time zone; a last day counts to its end. Nothing is due before the discovery.
         */
        get: operations["Losses_clocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/monitoring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What in-tolerance differences add up to, by person, container and month
         * @description Cumulative sums over what went missing between two measures of each opened container. A signal names its lines; it is a question to ask, never a finding.
         */
        get: operations["Monitoring_look"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move containers to another storage location
         * @description Who issues them performs it; who receives them signs as `verified`. No quantity moves.
         */
        post: operations["Moves_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One’s own notes, the newest first */
        get: operations["Notes_list"];
        put?: never;
        /**
         * Note something for oneself
         * @description It is no part of the record and is never changed; whoever wrote it reads it again, and nobody else.
         */
        post: operations["Notes_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Patients by name */
        get: operations["Patients_list"];
        put?: never;
        /** Add a patient */
        post: operations["Patients_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/patients/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Patients whose name contains a text */
        post: operations["Patients_search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/patients/{patient}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One patient */
        get: operations["Patients_one"];
        /**
         * Change a patient record
         * @description Orders that were recorded keep the particulars of their day.
         */
        put: operations["Patients_change"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The policy in force, those that are coming, and those that were
         * @description Settings are answered in the form in which a policy is published, each with the clause or the choice behind it.
         */
        get: operations["Policies_standing"];
        put?: never;
        /** Publish a policy */
        post: operations["Policies_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/premises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State licenses, who holds keys and codes, and where older records lie
         * @description Empty until it is stated with the registration.
         */
        get: operations["Sites_premises"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/preparations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a prepared bag or syringe */
        post: operations["Preparations_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/proofs/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The proof that the ledger of one size begins with that of another */
        get: operations["Evidence_consistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/quarantines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set containers apart */
        post: operations["Quarantines_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record a delivery */
        post: operations["Receipts_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signed charts, the newest first */
        get: operations["Reconciliations_list"];
        put?: never;
        /**
         * Sign a chart
         * @description The registrant signs with it, or countersigns it later.
         */
        post: operations["Reconciliations_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reconciliations/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The computation chart of an audit item between any two counts or inventories
         * @description Every figure names the lines behind it. With `knownAt` of an earlier answer it is the same again.
         */
        get: operations["Reconciliations_chart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take containers back into use */
        post: operations["Releases_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reminder-targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All targets, and whether they are reached */
        get: operations["Reminders_list"];
        put?: never;
        /**
         * Add a target
         * @description A webhook is sent POST requests as the Standard Webhooks specification has them, under one id however often one is sent; any 2xx status takes it, 410 refuses it for good, after anything else it is sent again for some hours. Redirects are not followed.
         */
        post: operations["Reminders_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reminder-targets/{target}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change of what a target is reminded, and when
         * @description Another address is another target.
         */
        put: operations["Reminders_change"];
        post?: never;
        /**
         * Remind a target no more
         * @description Messages that wait for it are not sent.
         */
        delete: operations["Reminders_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reminder-targets/{target}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook a new secret
         * @description For 24 hours messages are signed with the new secret and with the one before it, two signatures in one header, as the Standard Webhooks specification has it; then with the new one alone. Renewed twice, the first is gone at once.
         */
        post: operations["Reminders_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reminder-targets/{target}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a target a message without any work in it */
        post: operations["Reminders_try"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which documents can be printed, in which forms, and what each is about */
        get: operations["Reports_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reports/issued": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Issued documents, the newest first */
        get: operations["Issues_list"];
        put?: never;
        /**
         * Issue a document: record what it is with the hash of its file
         * @description The document itself is then had from its own address with the same period and `size`: the same bytes, whoever asks and whenever. What a job printed in the last day is not printed again; what is long must have been printed so, with this `size`, and is refused with `report.long` before. Looking at documents without issuing them leaves a line in the access journal only.
         */
        post: operations["Issues_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reports/issued/{line}/since": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why an issued document would be another one today
         * @description Lines that were recorded after it and fall into its period, or are about a line of it. Pages go by lines looked at: one may have fewer items than asked for, and `next` says where the next begins.
         */
        get: operations["Issues_since"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reports/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a document printed meanwhile
         * @description The same document as under its own address; whatever is wrong with what is asked is said at once.
         */
        post: operations["PrintJobs_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reports/jobs/page-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a page on paper held against the ledger meanwhile
         * @description For a page of a document that `GET reports/page-check` refuses as too long. The job is watched like one that prints; what it says of the page stands at its `page`.
         */
        post: operations["PrintJobs_askPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reports/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far it is */
        get: operations["PrintJobs_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reports/jobs/{job}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End it */
        post: operations["PrintJobs_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reports/jobs/{job}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far it is, told as it goes on (server-sent events)
         * @description Each event `job` has the job as JSON; the stream ends with the job, with the session, or when that locks. Watching is no activity: it does not put off the lock.
         */
        get: operations["PrintJobs_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reports/jobs/{job}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The printed document, for a day */
        get: operations["PrintJobs_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reports/jobs/{job}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a job says of its page, for a day */
        get: operations["PrintJobs_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reports/page-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a page on paper is what the ledger prints
         * @description Takes what the QR code of the page holds, prints the document again up to that page, and compares. The answer has the page as it reads, to be held beside the paper: the code proves what was printed, not what was written on it since. It needs the rights that the document needs. A page of a document too long to be printed meanwhile is refused with `report.long`: ask for it by `POST reports/jobs/page-checks`.
         */
        get: operations["Reports_pageCheck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return sealed containers to stock
         * @description Drawn drug never goes back into a container: it is given, wasted, held or handed over.
         */
        post: operations["Returns_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/returns-to-supplier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return stock to its supplier */
        post: operations["ReturnsToSupplier_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Signed ranges, the newest first */
        get: operations["Reviews_list"];
        put?: never;
        /** Sign a range of lines, and the closed days in it */
        post: operations["Reviews_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record drug that an authority took, or that went for assay */
        post: operations["Samples_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask a second person to sign an act before it is recorded
         * @description The answer says in words what is signed: show them as they stand. The act must then be sent with the same key and the same content, naming this signature; anything else makes the signature unknown.
         */
        post: operations["Signatures_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/signatures/{signature}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign, by the password or PIN of the person who was asked
         * @description The session stays that of the first person. Failed tries are counted and written into the access journal.
         */
        post: operations["Signatures_sign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Monthly sums of draws, waste, overfill, hub loss and unexplained, by audit item and person
         * @description A month says what the register says of it now: a correction counts with the line that it corrects. Quantities are in the unit of the item. None of it is a finding.
         */
        get: operations["Trends_sums"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/trends/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The lines behind one month of one figure
         * @description They add up to the sum of the month; a line that takes back is negative.
         */
        get: operations["Trends_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/waste": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wastes, newest first, with the minutes from draw to waste and from waste to witness
         * @description A witness is late by the policy that was in force when the waste was recorded. The printed waste record has the same.
         */
        get: operations["Wasted_list"];
        put?: never;
        /** Record waste */
        post: operations["Waste_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{site}/work-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything due, overdue, open, unsigned or expiring that the asking person can act on or must know of
         * @description Each item names its kind, its subject, its clock, who may act on it and the rule behind it. Custodians, registrants and compliance officers are told of everything; what concerns a person is told to nobody who may not take it up.
         */
        get: operations["WorkList_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/suppliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All suppliers */
        get: operations["Suppliers_list"];
        put?: never;
        /** Add a supplier */
        post: operations["Suppliers_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AdministrationDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description Order that it was given for
             * @example 52
             */
            order: string;
            /**
             * @description How it ended
             * @enum {string}
             */
            outcome: "completed" | "stopped" | "not-given";
            /** @description The bag or syringe, where one was made */
            preparation?: components["schemas"]["InfusedDto"] | null;
            /** @description What was given straight from draws */
            lines: components["schemas"]["DrawQuantityDto"][];
            /**
             * Format: date-time
             * @description When it began; occurredAt is when it ended
             */
            startedAt?: string | null;
        };
        ArmedRobberyDto: {
            /** @description People killed */
            killed: number;
            /** @description People injured */
            injured: number;
        };
        BalanceDto: {
            /** @example ketamine 50 mg/mL injection, 10 mL */
            item: string;
            /** @description In containers: the balance that the ledger prints */
            onHand: components["schemas"]["QuantityDto"];
            /** @description Drawn and not yet accounted for */
            inProcess: components["schemas"]["QuantityDto"];
            /** @description Residue in numbered bags, awaiting a witness */
            held: components["schemas"]["QuantityDto"];
            /** @description On hand, in process and held together */
            inCustody: components["schemas"]["QuantityDto"];
            /**
             * @description Sealed containers that may be used
             * @example 12
             */
            sealed: number;
            /**
             * @description Open containers, those in quarantine among them
             * @example 1
             */
            open: number;
            /**
             * @description Sealed containers in quarantine
             * @example 0
             */
            quarantined: number;
        };
        BalancesDto: {
            items: components["schemas"]["BalanceDto"][];
        };
        BeginInventoryDto: {
            /**
             * @description Kind of inventory
             * @enum {string}
             */
            type: "biennial" | "annual" | "newly-scheduled" | "relocation-out" | "closing";
            /**
             * @description Whether it states the opening or the close of business
             * @enum {string}
             */
            asOf: "opening" | "close";
            /**
             * Format: date
             * @description The business day whose opening or close is stated
             */
            date: string;
            /** @description Newly scheduled audit items; left out where everything is counted */
            items?: string[] | null;
        };
        BreakageDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description How it broke
             * @enum {string}
             */
            cause: "dropped" | "crushed" | "cracked" | "leaking" | "other";
            /** @description The circumstances, in the words of those who saw it; kept confidential */
            circumstances: string;
            /** @description Which containers, and what was saved of each */
            lines: components["schemas"]["BrokenDto"][];
        };
        BrokenDto: {
            /**
             * @description The container
             * @example 41-3
             */
            container: string;
            /** @description What could be saved of its content; zero where nothing could */
            recovered: components["schemas"]["QuantityDto"];
        };
        CaseEventDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            /** @example discrepancy */
            kind: string;
            /** @enum {string} */
            part: "opened" | "found-again" | "step" | "explains" | "loss";
            /** @description What was done: assigned, noted or closed; the type of a step of a loss */
            act: string | null;
            /** Format: date-time */
            occurredAt: string;
            /** @example person-7 */
            performer: string;
            signatures: components["schemas"]["SignatureDto"][];
            /** @description SHA-256 of evidence files */
            files: string[];
            /** @description Its note, for whoever may read about patients */
            note: string | null;
        };
        CaseTimelineDto: {
            items: components["schemas"]["CaseEventDto"][];
        };
        CatalogueEntryDto: {
            ndcs: components["schemas"]["PackageCodeDto"][];
            labeler: string | null;
            name: string | null;
            substance: string;
            /**
             * @description The substance as a register calls it: without its salt, where labels state the strength of the base
             * @example ketamine
             */
            registerName: string;
            schedule: string | null;
            /** @example 50 mg/mL */
            strength: string | null;
            /** @description Labelled volume of one container, where it holds a fluid */
            size: components["schemas"]["QuantityDto"] | null;
            containerType: string | null;
            containersPerCarton: number | null;
            doseType: string | null;
            productType: string | null;
            /** @description Sources with their dates */
            sources: string[];
        };
        ChallengeDto: {
            /**
             * Format: uuid
             * @description Id of the signature, for the act’s `signatures`
             */
            id: string;
            /**
             * @description Who is to sign
             * @example person-7
             */
            signer: string;
            /** @description What is signed, in words made from the content: to be shown to the person as they stand */
            words: string[];
            /** @description SHA-256 of the content, in base64, as the entry will carry it */
            contentHash: string;
            /**
             * Format: date-time
             * @description The act must be signed and recorded before
             */
            expiresAt: string;
        };
        ChangeDto: {
            /**
             * @description What is corrected
             * @enum {string}
             */
            type: "draw" | "draw-order" | "administration" | "waste" | "receipt-particulars" | "lot-particulars" | "patient-particulars" | "order-patient" | "receipt-withdrawn" | "product";
            /**
             * @description draw, draw-order: which draw
             * @example 57-1
             */
            draw?: string | null;
            /**
             * @description draw-order: the order that it was really drawn for
             * @example 52
             */
            order?: string | null;
            /**
             * @description draw: the container that it really came from
             * @example 41-3
             */
            container?: string | null;
            /** @description draw: the quantity that was really drawn; zero says that it never happened */
            quantity?: components["schemas"]["QuantityDto"] | null;
            /** @description administration, waste: what was really given or wasted */
            lines?: components["schemas"]["DrawQuantityDto"][] | null;
            /**
             * @description administration: how it ended
             * @enum {string|null}
             */
            outcome?: "completed" | "stopped" | "not-given" | null;
            /** @description receipt-particulars: number of the invoice */
            invoiceNumber?: string | null;
            /**
             * Format: date
             * @description receipt-particulars: date of the invoice
             */
            invoiceDate?: string | null;
            /** @description receipt-particulars: the uploaded invoice */
            invoiceFile?: string | null;
            /** @description order-patient: id of the patient whom the order was really for */
            patient?: string | null;
            /** @description lot-particulars, receipt-withdrawn, product: which containers */
            containers?: string[] | null;
            /**
             * @description product: what the label really says
             * @example product-9
             */
            product?: string | null;
            /** @description lot-particulars: lot as labelled */
            lot?: string | null;
            /**
             * Format: date
             * @description lot-particulars: last day of the labelled expiry
             */
            expires?: string | null;
            /** @description patient-particulars: name */
            name?: string | null;
            /** @description patient-particulars: address */
            address?: string | null;
            /**
             * @description patient-particulars: why the address is unknown
             * @enum {string|null}
             */
            addressUnknown?: "homeless" | "refused" | "unconscious" | "address-protected" | null;
        };
        ChartDto: {
            /**
             * @description 1
             * @example ketamine 50 mg/mL injection, 10 mL
             */
            item: string;
            /** @enum {string} */
            unit: "mL" | "each";
            /** @enum {string} */
            by: "event" | "recorded";
            /** @description Size of the ledger: asked again with it, the chart is the same */
            knownAt: number;
            /** @description 2 */
            beginning: components["schemas"]["ChartPointDto"];
            /** @description Opening stock of the period, a part of 2 */
            opening: components["schemas"]["ChartFigureDto"];
            /** @description 3 */
            receipts: components["schemas"]["ChartFigureDto"];
            /** @description 4 */
            transfersIn: components["schemas"]["ChartFigureDto"];
            /** @description 5 = 2 + 3 + 4 */
            accountableFor: string;
            /** @description 6 */
            closing: components["schemas"]["ChartPointDto"];
            /** @description 7 */
            administered: components["schemas"]["ChartFigureDto"];
            /** @description 7, left with a patient while running */
            handedOver: components["schemas"]["ChartFigureDto"];
            /** @description 8 */
            wasted: components["schemas"]["ChartFigureDto"];
            /** @description 9 */
            transferredOut: components["schemas"]["ChartFigureDto"];
            /** @description 10 */
            destroyed: components["schemas"]["ChartFigureDto"];
            /** @description 11 */
            lost: components["schemas"]["ChartFigureDto"];
            /** @description 12 = 6 + 7 + 8 + 9 + 10 + 11 */
            accountedFor: string;
            /** @description 13 = 12 - 5: negative is a shortage, positive an overage */
            difference: string;
            /**
             * @description 13 in milligrams of substance
             * @example -145.000
             */
            differenceMilligrams: string;
            /** @enum {string} */
            finding: "shortage" | "none" | "overage";
            /**
             * @description 14, percent of 5
             * @example -0.55
             */
            differencePercent: string | null;
            memo: components["schemas"]["ChartMemoDto"];
        };
        ChartFigureDto: {
            /**
             * @description Decimal text, in the unit of the chart
             * @example 388.500
             */
            quantity: string;
            /** @description The lines behind it */
            lines: number[];
        };
        ChartMemoDto: {
            overfill: components["schemas"]["ChartFigureDto"];
            /** @description Hub (dead-space) loss */
            hubLoss: components["schemas"]["ChartFigureDto"];
            unexplained: components["schemas"]["ChartFigureDto"];
        };
        ChartPointDto: {
            /** Format: date-time */
            at: string;
            /** @description Counted in containers, quarantined ones included */
            onHand: string;
            /** @description By the book: it stands on no shelf */
            inProcess: string;
            /** @description By the book: residue in numbered bags */
            held: string;
            /** @description The three together: the column */
            total: string;
            /** @description On hand by the book at that moment */
            book: string;
            /** @description Book on hand that no count of the point covered; 0.000 if complete */
            uncounted: string;
            parts: components["schemas"]["CountedPartDto"][];
        };
        ClockDto: {
            /** @enum {string} */
            duty: "notice" | "form-106" | "amended-form-106" | "state-notice";
            /** @description To whom */
            to: string;
            /**
             * Format: date-time
             * @description Last instant; null where no rule sets one
             */
            due: string | null;
            /**
             * Format: date
             * @description Last day at the site
             */
            lastDay: string | null;
            /** @description How it was computed, in words */
            computed: string;
            /** @description The rule that asks for it; null where it is a reminder and no confirmed rule */
            rule: string | null;
            /** @enum {string} */
            status: "open" | "overdue" | "done" | "done-late";
            /** @description Days to be reminded on */
            reminders: string[];
        };
        ClocksDto: {
            items: components["schemas"]["ClockDto"][];
        };
        CloseOutDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description The empty container
             * @example 41-3
             */
            container: string;
        };
        ClosedDayDto: {
            /** Format: date */
            date: string;
            /**
             * @description `reopened`: lines came after the close that no review covers yet
             * @enum {string}
             */
            status: "closed" | "reviewed" | "reopened";
            /** @description The line that closed it */
            line: number;
            /**
             * @description Who closed it
             * @example person-7
             */
            closedBy: string;
            excused: components["schemas"]["ExcusedDto"][];
            /** @description Lines of the day that came later */
            late: number[];
            /** @description The review that covers all of it; null while one is due */
            review: number | null;
            /** @description Lines that no review covers yet */
            unreviewed: number[];
        };
        ClosedDayPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["ClosedDayDto"][];
        };
        ClosingDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description The order
             * @example 52
             */
            order: string;
        };
        ClosingRangeDto: {
            /** @description Book less what the hubs of its draws may have kept */
            low: components["schemas"]["QuantityDto"];
            /** @description Book and what it may have held above its label */
            high: components["schemas"]["QuantityDto"];
        };
        ConsistencyDto: {
            /** @description Size of the smaller tree */
            from: number;
            /** @description Size of the larger tree */
            to: number;
            /** @description Root of the smaller tree, base64 */
            fromRoot: string;
            /** @description Root of the larger tree, base64 */
            toRoot: string;
            /** @description The proof, base64 */
            hashes: string[];
        };
        ContainerDto: {
            /** @example 41-3 */
            container: string;
            /** @example ketamine 50 mg/mL injection, 10 mL */
            item: string;
            /** @example product-9 */
            product: string;
            /** @example Ketalar */
            name: string;
            /** @example Par */
            labeler: string;
            /** @example 42023-0113-10 */
            ndc: string;
            /** @example 50 mg/mL */
            strength: string;
            size: components["schemas"]["QuantityDto"];
            /** @example AB1234 */
            lot: string;
            /**
             * Format: date
             * @description Last day of the labelled expiry
             */
            expires: string;
            serial: string | null;
            /** @example safe */
            location: string;
            /** @enum {string} */
            status: "sealed" | "open" | "closed";
            /** @description Why it is in quarantine; null where it is not */
            quarantine: string | null;
            /** Format: date-time */
            openedAt: string | null;
            /** Format: date-time */
            beyondUseAt: string | null;
            /**
             * @description How often it was drawn from
             * @example 7
             */
            draws: number;
            /** @description What the book says that is in it */
            remaining: components["schemas"]["QuantityDto"];
        };
        ContainerMovementDto: {
            /** @example 57 */
            line: number;
            /** @example container:41-3 */
            from: string;
            /** @example in-process:57-1 */
            to: string;
            quantity: components["schemas"]["QuantityDto"];
            /**
             * @description What the book then said that is in it
             * @example 9.300
             */
            remaining: string;
        };
        ContainerPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["ContainerDto"][];
        };
        ContainerStoryDto: {
            /** @example 41-3 */
            container: string;
            /** @description Everyone who drew from it */
            drawers: string[];
            /** @description Oldest first */
            lines: components["schemas"]["EntryDto"][];
        };
        CorrectedLineDto: {
            /**
             * @description Line that it corrects: the newest of its chain then
             * @example 58
             */
            line: number;
            /**
             * @description First line of the chain
             * @example 57
             */
            original: number;
        };
        CorrectionDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description The wrong line: the newest of its chain */
            line: number;
            /** @description First line of the chain; the same where nothing was corrected yet */
            original: number;
            /** @description Leaf hash of `line`, as it was read */
            leaf: string;
            /** @description What it should have said */
            change: components["schemas"]["ChangeDto"];
        };
        CountDto: {
            /**
             * @description Kind of count
             * @enum {string}
             */
            type: "shift" | "day" | "cycle" | "inspection";
            /**
             * @description Storage location that is counted
             * @example safe
             */
            location: string;
            /** @description Line of the count that is counted again */
            recounts?: number | null;
        };
        CountDueDto: {
            /** @example safe */
            location: string;
            /** @enum {string} */
            type: "shift" | "day" | "cycle";
            /** @enum {string} */
            every: "shift" | "day" | "week" | "month";
            /**
             * @description `overdue`: a period went by without its count; `due`: the present one lacks it
             * @enum {string}
             */
            status: "counted" | "due" | "overdue";
            last: components["schemas"]["LastCountDto"] | null;
            /** @description The present period */
            due: components["schemas"]["CountWindowDto"] | null;
            /** @description Periods without a count, of the last 62 days, oldest first */
            missed: components["schemas"]["CountWindowDto"][];
        };
        CountScheduleDto: {
            /**
             * @description Storage location
             * @example safe
             */
            location: string;
            /**
             * @description Kind of count
             * @enum {string}
             */
            type: "shift" | "day" | "cycle";
            /**
             * @description Once in each
             * @enum {string}
             */
            every: "shift" | "day" | "week" | "month";
            /** @description Wall times at which shifts begin, in the order of the day; none unless counted by shift */
            shifts: string[];
            /** @description Days of the week on which the site works, 1 for Monday; every day where none is named */
            weekdays: ("1" | "2" | "3" | "4" | "5" | "6" | "7")[];
        };
        CountWindowDto: {
            /** Format: date-time */
            from: string;
            /**
             * Format: date-time
             * @description The count is overdue from here on
             */
            until: string;
        };
        CountedPartDto: {
            line: number;
            /** @description Null for an inventory of the site */
            location: string | null;
            /** @example 93.400 */
            counted: string;
            /**
             * @description Book of what was counted, at that line
             * @example 93.500
             */
            book: string;
        };
        CountsDueDto: {
            items: components["schemas"]["CountDueDto"][];
        };
        CourseDto: {
            /** @enum {string} */
            scope: "person" | "month";
            /**
             * @description Id of the person, or the month
             * @example person-7
             */
            subject: string;
            /** @description Decision limit, in units */
            limit: number;
            /** @description The sum after each measure, in the order of the lines; the last 400 */
            points: components["schemas"]["CoursePointDto"][];
        };
        CoursePointDto: {
            /** @description Line of the count or close-out that ends the interval */
            line: number;
            /**
             * @description The sum, in units, with two decimals
             * @example 4.20
             */
            sum: string;
        };
        CustodyDto: {
            /** @description Drawn and not accounted for, the longest first */
            inHand: components["schemas"]["InHandDto"][];
            /** @description Bags that await a witness, the longest first */
            sealed: components["schemas"]["SealedBagDto"][];
        };
        DayCloseDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * Format: date
             * @description The business day
             */
            date: string;
            /** @description Everything that stands in the way, each with its reason */
            excused: components["schemas"]["ExcusedDto"][];
        };
        DayStandingDto: {
            /** Format: date */
            date: string;
            /** @description Whether it can be closed now, without any excuse */
            canClose: boolean;
            /** @description What stands in the way: of this day and those before it */
            standing: components["schemas"]["StandingDto"][];
            /** @description Null while it is open */
            closed: components["schemas"]["ClosedDayDto"] | null;
        };
        DepartingLineDto: {
            /**
             * @description Which container
             * @example 41-3
             */
            container: string;
            /** @description What an opened container was found to hold; left out for a sealed one */
            measured?: components["schemas"]["MeasureDto"] | null;
        };
        DifferenceDto: {
            /**
             * @description Decimal text; whole containers for sealed stock
             * @example -2.400
             */
            value: string;
            /** @enum {string} */
            in: "product" | "containers";
        };
        DisclosureDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description Lines that issued the documents */
            reports: string[];
            /**
             * @description To whom they went
             * @enum {string}
             */
            to: "drug-enforcement" | "state-authority" | "other-authority" | "court" | "patient" | "insurer" | "other";
            /** @description Name of the agency or organisation; left out for a person */
            organisation?: string | null;
            /** @description Name of the person who took them; kept confidential */
            taker?: string | null;
            /** @description Badge or credential that was shown; kept confidential */
            badge?: string | null;
            /**
             * @description How
             * @enum {string}
             */
            manner: "paper" | "file" | "shown";
            /** @description Number of the notice of inspection (DEA Form 82), subpoena or letter */
            reference?: string | null;
        };
        DisclosurePageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["ListedDisclosureDto"][];
        };
        DiscrepancyDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description What is done
             * @enum {string}
             */
            act: "assigned" | "noted" | "closed";
            /**
             * @description The discrepancy
             * @example 88-1
             */
            case: string;
            /**
             * @description Who looks into it
             * @example person-7
             */
            owner?: string | null;
            /**
             * Format: date
             * @description Until when
             */
            due?: string | null;
            /**
             * @description Cause, when it is closed
             * @enum {string|null}
             */
            cause?: "counting-mistake" | "entry-missing" | "entry-wrong-amount" | "entry-wrong-container" | "entered-twice" | "waste-not-recorded" | "receipt-not-recorded" | "container-characteristic" | "breakage" | "unknown" | null;
            /**
             * @description Outcome, when it is closed
             * @enum {string|null}
             */
            outcome?: "explained" | "could-not-be-reconciled" | null;
            /** @description Lines that explain it */
            explainedBy?: string[] | null;
            /** @description What the book takes over from the count */
            settle?: components["schemas"]["SettlementDto"][] | null;
            /** @description Sealed containers that the book lacks: they come in from `unexplained`, in quarantine */
            found?: components["schemas"]["FoundContainersDto"][] | null;
            /** @description States that nobody exists who did not draw from the container since the last agreed count; refused while the register knows of somebody who may close */
            nobodyUninvolved?: boolean | null;
            /** @description Uploaded evidence */
            files?: string[] | null;
        };
        DiscrepancyPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["DiscrepancyStandingDto"][];
        };
        DiscrepancyStandingDto: {
            /** @example 88-1 */
            id: string;
            /** @enum {string} */
            status: "open" | "explained" | "could-not-be-reconciled";
            /** @enum {string} */
            foundBy: "count" | "close-out" | "draw";
            item: string;
            container: string | null;
            location: string;
            difference: components["schemas"]["DifferenceDto"];
            owner: string | null;
            /** Format: date */
            due: string | null;
            cause: string | null;
            /** @description Lines of its timeline */
            lines: number[];
        };
        DisposalDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description Which way out
             * @enum {string}
             */
            way: "destroyed-on-site" | "reverse-distributor";
            /** @description What leaves */
            lines: components["schemas"]["DepartingLineDto"][];
            /**
             * @description How it was made non-retrievable; only of a destruction on site
             * @enum {string|null}
             */
            method?: "chemical-digestion" | "incineration" | "other" | null;
            /**
             * @description The reverse distributor, entered like a supplier; only of a hand-over
             * @example supplier-12
             */
            recipient?: string | null;
            /** @description Number of the manifest */
            manifest?: string | null;
            /** @description Scan of the manifest or of the signed Form 41 */
            file?: string | null;
        };
        DrawDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description Order that it is drawn for
             * @example 52
             */
            order: string;
            /** @description From which containers */
            lines: components["schemas"]["DrawLineDto"][];
        };
        DrawEntryDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            draws: components["schemas"]["NewDrawDto"][];
        };
        DrawLineDto: {
            /**
             * @description The container
             * @example 41-3
             */
            container: string;
            /** @description How much was drawn from it, in the unit of its product */
            quantity: components["schemas"]["QuantityDto"];
            /** @description The lot on its label or in its bar code: held against the register */
            lot?: string | null;
            /** @description What the syringe holds, mL */
            syringe?: components["schemas"]["QuantityDto"] | null;
        };
        DrawPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["DrawEntryDto"][];
        };
        DrawQuantityDto: {
            /**
             * @description The draw
             * @example 57-1
             */
            draw: string;
            /** @description How much of it, in the units of its product */
            quantity: components["schemas"]["QuantityDto"];
        };
        DrawStateDto: {
            /** @example 57-1 */
            draw: string;
            /** @example 41-3 */
            container: string;
            /** @description Preparation that it went into */
            preparation: string | null;
            /**
             * @description Who holds it
             * @example person-7
             */
            holder: string;
            drawn: components["schemas"]["QuantityDto"];
            given: components["schemas"]["QuantityDto"];
            wasted: components["schemas"]["QuantityDto"];
            held: components["schemas"]["QuantityDto"];
            handedOver: components["schemas"]["QuantityDto"];
            /** @description Drawn and not yet accounted for */
            inProcess: components["schemas"]["QuantityDto"];
        };
        EntryDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            movements: components["schemas"]["MovementDto"][];
            /** @description Ids of the discrepancies that it opened */
            discrepancies: string[];
            /**
             * @example draw
             * @enum {string}
             */
            kind: "opened" | "policy" | "inventory" | "filing" | "receipt" | "infusion-order" | "order-close" | "draw" | "preparation" | "administration" | "waste" | "assay" | "hold" | "release-hold" | "hand-off" | "hand-over" | "return-to-stock" | "breakage" | "countersign" | "close-out" | "quarantine" | "release" | "move" | "disposal" | "disposal-returned" | "return-to-supplier" | "sample" | "weighing" | "count" | "recount" | "discrepancy" | "loss" | "correction" | "day-close" | "review" | "reconciliation" | "report-issued" | "disclosure" | "site" | "person" | "grant" | "product" | "supplier";
            /** Format: date-time */
            occurredAt: string;
            /**
             * @description Who did it, or `system`
             * @example person-7
             */
            performer: string;
            /** @description Who wrote it down for them; null where they did so themselves */
            transcriber: string | null;
            /** @example scan */
            source: string;
            signatures: components["schemas"]["SignatureDto"][];
            /** @description What it made or changed */
            about: components["schemas"]["ThingDto"][];
        };
        EntryPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["EntryDto"][];
        };
        ExcusedDto: {
            /**
             * @description What stands in the way, as the state of the day names it
             * @example line:41
             */
            what: string;
            /**
             * @description Why the day is closed all the same
             * @enum {string}
             */
            why: "infusion-running" | "witness-not-here-today" | "patient-transferred" | "under-investigation" | "system-unavailable" | "other";
        };
        ExplanationDto: {
            /** @example transposed-digits */
            cause: string;
            /** @description The arithmetic, in words */
            says: string;
            /** @description Lines that it is about */
            lines: number[];
            /**
             * @description Counted minus book if it is so: what the container would still explain by itself
             * @example -0.035
             */
            leaves: string;
        };
        ExplanationsDto: {
            /** @description First line that was looked at: the one after the last agreed count, or the first of the ledger */
            since: number;
            /**
             * @description What the count would have differed by without a mistake: the middle of what the container explains
             * @example -0.105
             */
            expected: string;
            /**
             * @description Counted minus book
             * @example -0.730
             */
            difference: string;
            /** @enum {string} */
            in: "product" | "containers";
            /** @description The likeliest first */
            items: components["schemas"]["ExplanationDto"][];
        };
        FactorDto: {
            /**
             * @description The factor
             * @enum {string}
             */
            factor: "quantity-for-the-business" | "substance" | "access" | "pattern" | "diversion-candidate" | "local-trends";
            /**
             * @description Whether it speaks for or against significance
             * @enum {string}
             */
            weighs: "for" | "against" | "unknown";
            /** @description Why; kept confidential */
            because: string;
        };
        FieldErrorDto: {
            /**
             * @description Path of the member
             * @example lines.0.quantity.unit
             */
            field: string;
            /** @description What it should be */
            says: string;
        };
        FigureTrendDto: {
            /** @enum {string} */
            figure: "drawn" | "wasted" | "overfill" | "hub-loss" | "unexplained";
            sums: components["schemas"]["MonthSumDto"][];
            /** @description The same by person. What was drawn or wasted is of the performer; what a container held too much or too little is of everybody who drew from it, whole for each, so people do not add up to all. */
            people: components["schemas"]["PersonTrendDto"][];
        };
        FiguresDto: {
            /** @description Sealed containers */
            sealed: components["schemas"]["SealedTallyDto"][];
            /** @description Sealed containers in quarantine */
            quarantined: components["schemas"]["SealedTallyDto"][];
            /** @description Opened containers */
            open: components["schemas"]["OpenTallyDto"][];
            /** @description The round of the running count; figures of an earlier one change nothing */
            round: number;
        };
        FilingDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description Line of the inventory */
            line: number;
            /** @description Its leaf hash, as it stands on the print */
            leaf: string;
            /** @description The scan of the signed print */
            file: string;
        };
        FirstPersonDto: {
            /** @description Printed name */
            name: string;
            /** @description Printed initials */
            initials: string;
            /**
             * @description Class of the professional license
             * @enum {string}
             */
            licenseClass: "MD" | "DO" | "CRNA" | "NP" | "PA" | "RN" | "LPN" | "RPh" | "CPhT" | "none";
            /**
             * @description Sign-in name
             * @example nina.cole
             */
            signInName: string;
            /** @description Password */
            password: string;
            /** @description PIN for signatures */
            pin: string;
        };
        FlagDto: {
            /** @example entry.late */
            code: string;
            /** @description What it is about; null for the whole */
            about: string | null;
        };
        Form106Dto: {
            /**
             * Format: date
             * @description Day of the theft or loss; left out where it is unknown
             */
            occurredOn?: string | null;
            /**
             * @description Type of theft or loss
             * @enum {string}
             */
            type: "night-break-in" | "armed-robbery" | "employee-pilferage" | "customer-theft" | "lost-in-transit" | "other";
            /** @description Explanation of the type; confidential */
            explanation?: string | null;
            /**
             * @description Principal business of the registrant
             * @enum {string}
             */
            principalBusiness: "pharmacy" | "practitioner" | "manufacturer" | "hospital-clinic" | "distributor" | "methadone-program" | "other";
            /** @description County */
            county: string;
            /** @description Telephone number of the registrant */
            telephone: string;
            /** @description Police, where it was reported to them */
            police?: components["schemas"]["PoliceDto"] | null;
            /** @description People hurt, where it was an armed robbery */
            armedRobbery?: components["schemas"]["ArmedRobberyDto"] | null;
            /** @description Purchase value of the controlled substances, in cents */
            purchaseValue: number;
            /** @description Value of other pharmaceuticals or merchandise taken, in cents */
            otherGoodsValue?: number | null;
            /** @description Shipment, where it was lost in transit */
            transit?: components["schemas"]["TransitDto"] | null;
            /** @description Identifying marks or price codes on the containers; confidential */
            marks?: string | null;
            /** @description Serial numbers of official order forms that were lost */
            orderForms?: string[] | null;
            /** @description Security measures taken to prevent a recurrence; confidential */
            measures?: string | null;
        };
        FoundContainersDto: {
            /**
             * @description The approved product, as they are labelled
             * @example product-9
             */
            product: string;
            /** @description Lot as labelled */
            lot: string;
            /**
             * Format: date
             * @description Last day of the labelled expiry
             */
            expires: string;
            /** @description How many containers */
            containers: number;
        };
        FoundDto: {
            /**
             * @description The container that the loss took it from
             * @example 41-3
             */
            container: string;
            /** @description How much turned up, in the unit of its product */
            quantity: components["schemas"]["QuantityDto"];
        };
        GrantDto: {
            /** @description Id of the site, or `organisation` */
            site: string;
            roles: ("registrant" | "custodian" | "clinician" | "compliance" | "administrator" | "inspector" | "witness")[];
            /**
             * Format: date-time
             * @description Access ends then by itself
             */
            until: string | null;
        };
        GrantRequestDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description Id of the site, or `organisation` */
            site: string;
            /** @description All roles that the person has there from now on; none ends access */
            roles: ("registrant" | "custodian" | "clinician" | "compliance" | "administrator" | "inspector" | "witness")[];
            /**
             * Format: date-time
             * @description Access ends then by itself
             */
            until?: string | null;
        };
        HandOffDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description Which draws */
            draws: string[];
            /**
             * @description A bag or syringe with all draws in it
             * @example 58
             */
            preparation?: string | null;
            /**
             * @description Who takes it, and signs for it
             * @example person-7
             */
            to: string;
        };
        HandOverDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description The order of the patient who left
             * @example 52
             */
            order: string;
            /**
             * @description Why the patient left
             * @enum {string}
             */
            cause: "transferred" | "died" | "left";
            /**
             * @description Who took the patient and the drug over
             * @enum {string}
             */
            unit: "ambulance" | "emergency-department" | "hospital-ward" | "medical-examiner" | "other";
            /** @description Name of the receiving unit; kept confidential */
            unitName?: string | null;
            /** @description A prepared bag or syringe that left */
            preparation?: components["schemas"]["LeftInDto"] | null;
            /** @description What left of draws that were not prepared */
            lines: components["schemas"]["DrawQuantityDto"][];
        };
        HeldForDto: {
            /**
             * @description Why they are held
             * @enum {string}
             */
            why: "expired" | "past-beyond-use" | "recalled" | "damaged" | "suspect" | "awaiting-disposal" | "temperature" | "other";
            /** @description Number of containers */
            containers: number;
        };
        HoldDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description Number printed on the bag; each bag is used once
             * @example T-104117
             */
            bag: string;
            /**
             * @description Where the sealed bag is kept, locked
             * @example safe
             */
            location: string;
            /** @description What is sealed of which draws, all of one order */
            lines: components["schemas"]["DrawQuantityDto"][];
            /**
             * @description A bag or syringe, with everything that is left in it
             * @example 58
             */
            preparation?: string | null;
            /**
             * @description Why it is not given
             * @enum {string}
             */
            why: "dose-remainder" | "infusion-stopped" | "not-given" | "line-residue" | "spill" | "broken-syringe" | "contaminated" | "expired-preparation" | "single-dose-remainder" | "order-cancelled" | "other";
        };
        InHandDto: {
            /** @example 57-1 */
            draw: string;
            /** @example 52 */
            order: string;
            /** @example 41-3 */
            container: string;
            /**
             * @description Who has it
             * @example person-7
             */
            holder: string;
            /**
             * @description Who drew it
             * @example person-7
             */
            drawnBy: string;
            /** Format: date-time */
            drawnAt: string;
            /** @description Minutes since it was drawn */
            minutes: number;
            /** @description Bag or syringe that it is part of */
            preparation: string | null;
            quantity: components["schemas"]["QuantityDto"];
        };
        InfusedDto: {
            /**
             * @description The bag or syringe
             * @example 58
             */
            id: string;
            /** @description Volume that ran in, of the diluted total */
            infused: components["schemas"]["QuantityDto"];
        };
        InfusionActDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            movements: components["schemas"]["MovementDto"][];
            /** @description Ids of the discrepancies that it opened */
            discrepancies: string[];
            /** @description How the infusions stand that it was about, at the time of the answer */
            infusions: components["schemas"]["InfusionBalanceDto"][];
        };
        InfusionBalanceDto: {
            /** @example 52 */
            order: string;
            drawn: components["schemas"]["MassDto"];
            given: components["schemas"]["MassDto"];
            wasted: components["schemas"]["MassDto"];
            /** @description In sealed bags, awaiting a witness */
            held: components["schemas"]["MassDto"];
            handedOver: components["schemas"]["MassDto"];
            /** @description Drawn and in process: what nobody has accounted for yet */
            missing: components["schemas"]["MassDto"];
            /**
             * @description What the policy of the site says of the residue in the line: flushed to the patient, or recorded as waste
             * @enum {string}
             */
            lineResidue: "flushed" | "waste";
            /** @description Whether the order can be closed */
            isBalanced: boolean;
            /** @description The likeliest first; empty before anything was given */
            likely: components["schemas"]["LikelySlipDto"][];
        };
        InfusionOrderDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description The patient */
            patient: string;
            /**
             * @description The ordering practitioner
             * @example person-7
             */
            orderedBy: string;
            /**
             * @description How the order was given
             * @enum {string}
             */
            given: "written" | "verbal";
            /**
             * @description Route
             * @enum {string}
             */
            route: "iv-infusion" | "iv-push" | "im" | "sc" | "intranasal";
            /** @description Ordered dose */
            dose: components["schemas"]["MassDto"];
            /** @description Dose per body weight; thousandths of mg/kg, so 0.5 mg/kg is 500 */
            dosePerKilogram?: number | null;
            /** @description Body weight; grams, kept confidential */
            weightGrams?: number | null;
            /** @description Planned duration; minutes */
            minutes?: number | null;
            /** @description Diluent */
            diluent?: string | null;
            /** @description Place in a series of infusions */
            series?: components["schemas"]["SeriesDto"] | null;
            /** @description Audit item that it is to be drawn from, whatever the size of the container; a draw of another drug or strength is then stopped */
            item?: string | null;
            /**
             * Format: date
             * @description Day on which it is to be given; the day of the order if left out
             */
            plannedFor?: string | null;
        };
        InventoryDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description Kind of inventory
             * @enum {string}
             */
            type: "initial" | "go-live" | "relocation-in";
            /**
             * @description Whether it states the opening or the close of business
             * @enum {string}
             */
            asOf: "opening" | "close";
            /**
             * Format: date-time
             * @description When counting began
             */
            startedAt: string;
            /**
             * Format: date-time
             * @description When counting ended
             */
            endedAt: string;
            /** @description Sealed containers; none for a zero inventory */
            sealed: components["schemas"]["InventorySealedLineDto"][];
            /** @description Opened containers */
            open: components["schemas"]["InventoryOpenLineDto"][];
            /** @description The inventory before go-live */
            previous?: components["schemas"]["PreviousInventoryDto"] | null;
            /** @description Where the stock of a relocated site came from */
            relocated?: components["schemas"]["RelocatedFromDto"] | null;
        };
        InventoryDueDto: {
            /**
             * @description `missing`: the site has none yet
             * @enum {string}
             */
            status: "missing" | "in-time" | "due-soon" | "overdue";
            last: components["schemas"]["WholeInventoryDto"] | null;
            /**
             * @description Months that the site publishes
             * @example 24
             */
            months: number;
            /**
             * Format: date
             * @description The last day on which it is in time
             */
            due: string | null;
            /** @description Days until then; below zero where overdue */
            daysLeft: number | null;
            /**
             * @description The warning that has been reached, in days before the last day
             * @enum {number|null}
             */
            warning: 90 | 30 | 7 | null;
        };
        InventoryOpenLineDto: {
            /**
             * @description Approved product
             * @example product-9
             */
            product: string;
            /**
             * @description Where it stands
             * @example safe
             */
            location: string;
            /** @description Lot as labelled */
            lot: string;
            /**
             * Format: date
             * @description Last day of the labelled expiry
             */
            expires: string;
            /**
             * @description Why it is set apart, if it is
             * @enum {string|null}
             */
            quarantine?: "expired" | "past-beyond-use" | "recalled" | "damaged" | "suspect" | "awaiting-disposal" | "temperature" | "other" | null;
            /** @description What it holds */
            quantity: components["schemas"]["QuantityDto"];
            /**
             * @description Whether it was measured or estimated
             * @enum {string}
             */
            method: "exact" | "estimated";
            /**
             * Format: date-time
             * @description First puncture
             */
            openedAt: string;
            /**
             * Format: date-time
             * @description End of use after puncture
             */
            beyondUseAt: string;
        };
        InventoryPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["ListedInventoryDto"][];
        };
        InventorySealedLineDto: {
            /**
             * @description Approved product
             * @example product-9
             */
            product: string;
            /**
             * @description Where it stands
             * @example safe
             */
            location: string;
            /** @description Lot as labelled */
            lot: string;
            /**
             * Format: date
             * @description Last day of the labelled expiry
             */
            expires: string;
            /**
             * @description Why it is set apart, if it is
             * @enum {string|null}
             */
            quarantine?: "expired" | "past-beyond-use" | "recalled" | "damaged" | "suspect" | "awaiting-disposal" | "temperature" | "other" | null;
            /** @description Number of containers */
            containers: number;
        };
        InventoryTallyDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * Format: uuid
             * @description The running inventory; may be left out where the address names it
             */
            inventory?: string | null;
            /** @description Every storage location of the site */
            places: components["schemas"]["PlaceTallyDto"][];
        };
        InvestigatorsDto: {
            /** @description Whose investigators they are */
            agency: string;
            /** @description Who they are: name, and badge or credential, of each; kept confidential */
            who: string;
            /** @description Sealed containers */
            sealed: components["schemas"]["SealedTallyDto"][];
            /** @description Sealed containers in quarantine */
            quarantined: components["schemas"]["SealedTallyDto"][];
            /** @description Opened containers */
            open: components["schemas"]["InvestigatorsVolumeDto"][];
        };
        InvestigatorsVolumeDto: {
            /**
             * @description The container
             * @example 41-3
             */
            container: string;
            /** @description What they found it to hold */
            quantity: components["schemas"]["QuantityDto"];
        };
        IssueDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description Why it is issued
             * @enum {string}
             */
            purpose: "inspection" | "audit" | "investigation" | "patient-request" | "own-file" | "other";
            /**
             * @description Document and form, as in the address of the document
             * @example ledger.pdf
             */
            file: string;
            /**
             * Format: date
             * @description First day of business of the period
             */
            from: string;
            /**
             * Format: date
             * @description Last day of business
             */
            to: string;
            /** @description Size of the ledger that it says, of which a checkpoint was signed */
            size: number;
            /** @description One audit item; all if left out */
            item?: string | null;
            /** @description What it is about, where it is about one */
            about?: components["schemas"]["NarrowedDto"] | null;
            /**
             * @description Size of the paper; letter if left out
             * @enum {string|null}
             */
            paper?: "letter" | "a4" | null;
        };
        IssuePageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["ListedIssueDto"][];
        };
        IssuedDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            /** @description SHA-256 of the file, as it is printed and before it is signed */
            file: string;
            /** @description Name of the file */
            name: string;
        };
        ItemTrendDto: {
            /** @example ketamine 50 mg/mL injection, 10 mL */
            item: string;
            /** @enum {string} */
            unit: "mL" | "each";
            figures: components["schemas"]["FigureTrendDto"][];
        };
        JobDto: {
            /** Format: uuid */
            id: string;
            /** @example reminder */
            kind: string;
            /** @description Site that it is about */
            site: string | null;
            /**
             * @description Who asked for it; null where the service did by itself
             * @example person-7
             */
            person: string | null;
            /**
             * @description `failed`: nobody tries it any more unless a person asks for it again
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** Format: date-time */
            askedAt: string;
            /**
             * Format: date-time
             * @description When it is tried, or tried again
             */
            dueAt: string;
            attempts: number;
            /** Format: date-time */
            endedAt: string | null;
            /**
             * @description Code of why the last attempt failed
             * @example webhook.status-503
             */
            failure: string | null;
        };
        JobPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["JobDto"][];
        };
        JournalLineDto: {
            line: number;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "set-up" | "signed-in" | "sign-in-failed" | "signed-out" | "identity-proved" | "proof-failed" | "secrets-changed" | "secrets-reset" | "sessions-ended" | "signature-made" | "signature-refused" | "request-refused" | "patients-seen" | "patient-changed" | "file-stored" | "file-seen" | "entries-seen" | "printed" | "exported" | "journal-seen" | "reminder-target-changed" | "job-asked-again";
            /** @example person-7 */
            person: string | null;
            /** @description Site or ledger that it was about */
            site: string | null;
            /** @description Published code of the refusal */
            code: string | null;
            /**
             * @description What was asked for
             * @example draw
             */
            act: string | null;
            /** @description Ids of what it was about */
            about: string[];
            /** @description Network address */
            address: string | null;
        };
        JournalPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["JournalLineDto"][];
        };
        KeyHolderDto: {
            /**
             * @description The storage location
             * @example safe
             */
            location: string;
            /**
             * @description Who holds it
             * @example person-7
             */
            person: string;
            /**
             * @description What it opens with; never the code itself
             * @enum {string}
             */
            opensWith: "key" | "code" | "card";
        };
        LastCountDto: {
            /** @description Its line */
            line: number;
            /** Format: date-time */
            at: string;
        };
        LeftInDto: {
            /**
             * @description The bag or syringe
             * @example 58
             */
            id: string;
            /** @description Volume in it at departure, diluent included */
            left: components["schemas"]["QuantityDto"];
        };
        LikelySlipDto: {
            /** @enum {string} */
            slip: "transposed-digits" | "milligrams-for-millilitres" | "decimal-point" | "not-recorded-at-all" | "waste-not-recorded" | "line-residue-not-recorded";
            /** @example 57-1 */
            draw: string;
            /** @description Line whose figure would balance the draw if it read otherwise; null where a line is missing */
            line: number | null;
            /** @description What stands there */
            entered: components["schemas"]["QuantityDto"] | null;
            /** @description What would balance it */
            should: components["schemas"]["QuantityDto"];
        };
        LineSinceDto: {
            line: number;
            /** @example correction */
            kind: string;
            /** Format: date-time */
            occurredAt: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description The line that it is about, where it names one: what it corrects or countersigns */
            about: number | null;
        };
        ListedCountDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            type: "shift" | "day" | "cycle" | "inspection";
            /** @example safe */
            location: string | null;
            /**
             * @description `two-people`: each hands in own figures, blind to the other and to the book
             * @enum {string}
             */
            by: "one-person" | "two-people";
            /**
             * @description Who began it
             * @example person-7
             */
            counter: string;
            /** @description The second of two */
            secondCounter: string | null;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date-time
             * @description The count gives its lock back then
             */
            expiresAt: string;
        };
        ListedDisclosureDto: {
            /** @description The line that told it */
            line: number;
            /** Format: date-time */
            occurredAt: string;
            /**
             * @description Who handed them out
             * @example person-7
             */
            by: string;
            /** @description Lines that issued the documents */
            reports: number[];
            /** @enum {string} */
            to: "drug-enforcement" | "state-authority" | "other-authority" | "court" | "patient" | "insurer" | "other";
            organisation: string | null;
            /** @enum {string} */
            manner: "paper" | "file" | "shown";
            reference: string | null;
        };
        ListedInventoryDto: {
            line: number;
            /** @enum {string} */
            type: "initial" | "go-live" | "relocation-in" | "biennial" | "annual" | "newly-scheduled" | "relocation-out" | "closing";
            /** @enum {string} */
            asOf: "opening" | "close";
            /**
             * Format: date
             * @description The business day that it states
             */
            date: string;
            /** @description The signed print as it was filed; null while it is not */
            signedCopy: components["schemas"]["SignedCopyDto"] | null;
        };
        ListedIssueDto: {
            /** @description The line that issued it */
            line: number;
            /** Format: date-time */
            occurredAt: string;
            /** @example person-7 */
            by: string;
            /** @enum {string} */
            purpose: "inspection" | "audit" | "investigation" | "patient-request" | "own-file" | "other";
            /** @example ledger.pdf */
            name: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description Size of the ledger that it says */
            size: number;
            /** @description One audit item; null for all */
            item: string | null;
            /** @description What else it is about: `container 41-3` */
            about: string[];
            /** @description SHA-256 of its file */
            file: string;
            /** @description The product and its release */
            release: string;
        };
        ListedOrderDto: {
            /** @example 52 */
            order: string;
            /**
             * @description Line of the order, which is its id as a number
             * @example 52
             */
            line: number;
            /** @description Id of the patient at this site */
            patient: string;
            /**
             * @description `drawn` is ordered, with drug drawn for it
             * @enum {string}
             */
            standing: "ordered" | "drawn" | "given" | "ended" | "cancelled" | "closed";
            /** @description Whether nothing drawn for it is still in process */
            isAccountedFor: boolean;
            /** Format: date */
            orderedOn: string;
            /**
             * Format: date
             * @description Null for the day of the order
             */
            plannedFor: string | null;
            /** @example iv-infusion */
            route: string;
            dose: components["schemas"]["MassDto"];
            /** @description Audit item that the order names */
            item: string | null;
            /** @description Which infusion of the series, from 1 */
            seriesNumber: number | null;
            /** @description How many the series has */
            seriesOf: number | null;
        };
        LossDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description The loss; left out where it begins with this line
             * @example 91-1
             */
            loss?: string | null;
            /** @description The step */
            step: components["schemas"]["LossStepDto"];
        };
        LossEntryDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            movements: components["schemas"]["MovementDto"][];
            /** @description Ids of the discrepancies that it opened */
            discrepancies: string[];
            /**
             * @description Id of the loss
             * @example 91-1
             */
            loss: string;
        };
        LossPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["LossStandingDto"][];
        };
        LossStandingDto: {
            /** @example 91-1 */
            id: string;
            /** @enum {string} */
            status: "suspected" | "discovered" | "theft" | "significant-loss" | "not-significant";
            /** @description Discrepancies it is about */
            cases: string[];
            /** Format: date-time */
            suspectedAt: string;
            /** Format: date-time */
            discoveredAt: string | null;
            /** Format: date-time */
            determinedAt: string | null;
            /** @description Who determined it */
            determinedBy: string | null;
            /** @description What was stolen or lost */
            taken: components["schemas"]["LostQuantityDto"][];
            /** @description What turned up again */
            found: components["schemas"]["LostQuantityDto"][];
            /** Format: date-time */
            noticedAt: string | null;
            /** Format: date-time */
            reportedAt: string | null;
            /** @description Something was found after the report: it wants an amended one */
            amendmentDue: boolean;
            /** @description Lines of its timeline */
            lines: number[];
        };
        LossStepDto: {
            /**
             * @description What is recorded
             * @enum {string}
             */
            type: "suspected" | "discovered" | "determined" | "notified" | "form-106" | "found";
            /** @description suspected, discovered: the discrepancies it is about */
            cases?: string[] | null;
            /**
             * @description discovered, notified: the state (ISO 3166-2); for a discovery, where it is not that of the registered address
             * @example US-MO
             */
            state?: string | null;
            /**
             * @description determined: the decision
             * @enum {string|null}
             */
            as?: "theft" | "significant-loss" | "not-significant" | null;
            /** @description determined: the six factors */
            factors?: components["schemas"]["FactorDto"][] | null;
            /** @description determined: what is gone */
            taken?: components["schemas"]["TakenDto"][] | null;
            /**
             * @description notified: who was told
             * @enum {string|null}
             */
            to?: "field-division-office" | "state" | null;
            /** @description notified: name of the office */
            office?: string | null;
            /**
             * @description notified: how
             * @enum {string|null}
             */
            manner?: "email" | "fax" | "letter" | "portal" | null;
            /** @description notified: the uploaded notice */
            file?: string | null;
            /** @description form-106: its data */
            form?: components["schemas"]["Form106Dto"] | null;
            /** @description form-106: its submission; left out while it is being prepared */
            submission?: components["schemas"]["SubmissionDto"] | null;
            /** @description found: what turned up */
            containers?: components["schemas"]["FoundDto"][] | null;
        };
        LostQuantityDto: {
            /** @example 41-3 */
            container: string;
            /**
             * @description Decimal text, in the unit of the container
             * @example 10.000
             */
            quantity: string;
            /**
             * @description Unit of the container
             * @enum {string}
             */
            unit: "mL" | "each";
        };
        MassDto: {
            /**
             * @description Decimal text with up to six decimals and a digit before the point
             * @example 35.000
             */
            value: string;
            /**
             * @description Unit of the value
             * @enum {string}
             */
            unit: "mg";
        };
        MaySignDto: {
            /** @description Id of the site */
            site: string;
            meanings: ("witnessed" | "received" | "verified" | "counted" | "approved" | "closed")[];
        };
        MeasureDto: {
            /** @description What was found; zero where nothing is left */
            quantity: components["schemas"]["QuantityDto"];
            /**
             * @description How it was measured
             * @enum {string}
             */
            method: "measured" | "weighed" | "estimated";
            /** @description What the measuring device resolves */
            resolution: components["schemas"]["QuantityDto"];
        };
        MintedContainerDto: {
            /**
             * @description Id of the container; its label
             * @example 41-3
             */
            container: string;
            /** @example ketamine 50 mg/mL injection, 10 mL */
            item: string;
            /** @example safe */
            location: string;
            /** @description Why it is in quarantine; null where it is not */
            quarantine: string | null;
        };
        MintingDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            containers: components["schemas"]["MintedContainerDto"][];
        };
        MonitoringDto: {
            /**
             * Format: date
             * @description First business date that was looked at
             */
            from: string;
            /** @description Intervals between two measures of a container */
            intervals: number;
            /** @description Reference value: percent of one unit that each draw may add without growing a sum */
            referencePercent: number;
            /** @description Decision limits by scope, in units of what one draw adds to the envelope of a container */
            limits: {
                [key: string]: number;
            };
            /**
             * @description What one draw usually leaves missing at this site
             * @example 0.035
             */
            usualShortPerDraw: string;
            /**
             * @description What a container usually holds above its label
             * @example 0.500
             */
            usualOverfill: string;
            signals: components["schemas"]["SignalDto"][];
            /** @description How the sums of people and months went, whether or not they passed a limit */
            courses: components["schemas"]["CourseDto"][];
        };
        MonthSumDto: {
            /** @example 2026-03 */
            month: string;
            /**
             * @description Decimal text, in the unit of the item
             * @example 12.400
             */
            quantity: string;
            /** @description How many lines are behind it, corrections included */
            lines: number;
        };
        MoveDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description Which containers */
            containers: string[];
            /**
             * @description Where they are from now on
             * @example safe
             */
            to: string;
        };
        MovementDto: {
            /** @example in-process:57-1 */
            from: string;
            /** @example patient */
            to: string;
            /**
             * @description Decimal text, in the unit of the product
             * @example 0.700
             */
            quantity: string;
            /** @example ketamine 50 mg/mL injection, 10 mL */
            item: string;
            /** @description What is then left in `from`; null outside */
            left: string | null;
            /**
             * @description On hand of the audit item after it
             * @example 39.300
             */
            onHand: string;
        };
        MovingDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            movements: components["schemas"]["MovementDto"][];
            /** @description Ids of the discrepancies that it opened */
            discrepancies: string[];
        };
        NarrowedDto: {
            /** @description One container */
            container?: string | null;
            /** @description One theft or loss */
            loss?: string | null;
            /** @description One patient */
            patient?: string | null;
            /** @description One ordering practitioner */
            practitioner?: string | null;
            /** @description One person */
            person?: string | null;
            /**
             * @description What the lines stand under
             * @enum {string|null}
             */
            by?: "patient" | "practitioner" | "person" | null;
            /**
             * @description What the lines are sorted by
             * @enum {string|null}
             */
            sort?: "event-time" | null;
        };
        NewDrawDto: {
            /**
             * @description Id of the draw
             * @example 57-1
             */
            draw: string;
            /** @example 41-3 */
            container: string;
            /**
             * @description Order that it was drawn for
             * @example 52
             */
            order: string;
            /** @example person-7 */
            drawnBy: string;
            /** Format: date-time */
            drawnAt: string;
            quantity: components["schemas"]["QuantityDto"];
            /** @description What the book then says is left in the container */
            remaining: components["schemas"]["QuantityDto"];
        };
        NewNoteDto: {
            /** @description What is noted; kept encrypted */
            text: string;
            /** @description The line that it is about */
            line?: number | null;
        };
        NewPersonDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description Printed name */
            name: string;
            /** @description Printed initials */
            initials: string;
            /**
             * @description Class of the professional license
             * @enum {string}
             */
            licenseClass: "MD" | "DO" | "CRNA" | "NP" | "PA" | "RN" | "LPN" | "RPh" | "CPhT" | "none";
            /**
             * @description Sign-in name; never given to another person
             * @example nina.cole
             */
            signInName: string;
            /** @description First password, good for choosing another */
            password: string;
            /** @description First PIN */
            pin?: string | null;
        };
        NewReminderTargetDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            way: "mail" | "webhook";
            name: string;
            address: string;
            /** @description Empty: all kinds */
            kinds: ("witness" | "receipt-verification" | "correction-approval" | "reconciliation-signature" | "hand-over-review" | "in-process" | "held-bag" | "infusion-order" | "order-close" | "count" | "inventory" | "signed-copy" | "discrepancy" | "loss-suspicion" | "loss-determination" | "loss-notice" | "loss-form-106" | "loss-amended-form-106" | "loss-state-notice" | "open-container" | "quarantined-stock" | "expiring-stock" | "receipt-invoice" | "day-close" | "day-review" | "reopened-review" | "site-registration" | "supplier-registration" | "temporary-secret" | "monitoring-signal")[];
            /** @description In days */
            leadDays: number;
            /**
             * @description Time of day at the site
             * @example 07:30
             */
            at: string;
            /** @example person-7 */
            addedBy: string;
            /** Format: date-time */
            addedAt: string;
            /** Format: date-time */
            changedAt: string;
            /**
             * Format: date-time
             * @description When it was reached last
             */
            reachedAt: string | null;
            /**
             * @description Code of why the last try did not reach it; null where it did
             * @example webhook.status-503
             */
            failure: string | null;
            /** Format: date-time */
            failedAt: string | null;
            /**
             * @description With which messages are signed (standardwebhooks.com): keep it, it is not shown again. Null for mail
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string | null;
        };
        NewSecretsDto: {
            /** @description The password so far */
            current: string;
            /** @description The new password */
            password: string;
            /** @description The new PIN; the one so far stays if left out */
            pin?: string | null;
        };
        NoteDto: {
            /** @description Rises with every note */
            number: number;
            /** Format: date-time */
            at: string;
            /** @description The line that it is about */
            line: number | null;
            text: string;
        };
        NotePageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["NoteDto"][];
        };
        OpenTallyDto: {
            /**
             * @description The container
             * @example 41-3
             */
            container: string;
            /** @description What it holds */
            quantity: components["schemas"]["QuantityDto"];
            /**
             * @description How it was found out
             * @enum {string}
             */
            method: "measured" | "weighed" | "estimated";
            /** @description What the measure resolves */
            resolution: components["schemas"]["QuantityDto"];
        };
        OpenToCountDto: {
            /** @example 12-1 */
            container: string;
            /** @description Audit item */
            item: string;
            /**
             * @description The unit in which it is measured
             * @enum {string}
             */
            unit: "mL" | "each";
        };
        OpeningDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description Number on the bag, as both people read it
             * @example T-104117
             */
            bag: string;
            /**
             * @description `wasted`: its content is made unusable; `returned`: it goes on, in process again
             * @enum {string}
             */
            end: "wasted" | "returned";
            /**
             * @description How the seal was found
             * @enum {string}
             */
            seal: "intact" | "broken";
            /** @description Fluid measured in it, diluent included; left out where nobody measured */
            found?: components["schemas"]["QuantityDto"] | null;
            /**
             * @description How it was made unusable; left out where it goes on
             * @enum {string|null}
             */
            manner?: "rx-destroyer" | "sharps-sequestration" | "sink" | "absorbed" | "unrecovered" | "other" | null;
        };
        OrderPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["ListedOrderDto"][];
        };
        OrderStateDto: {
            /** @example 52 */
            order: string;
            /** @enum {string} */
            status: "ordered" | "given" | "ended" | "cancelled" | "closed";
            /** @description Id of the patient at this site */
            patient: string;
            /**
             * @description `known`, `missing`, or why it is unknown
             * @example known
             */
            patientAddress: string;
            /** @example person-3 */
            orderedBy: string;
            /** @example iv-infusion */
            route: string;
            dose: components["schemas"]["MassDto"];
            /** @description Thousandths of mg/kg */
            dosePerKilogram: number | null;
            /** @description Which infusion of the series, from 1 */
            seriesNumber: number | null;
            /** @description How many the series has */
            seriesOf: number | null;
            draws: components["schemas"]["DrawStateDto"][];
            /** @description Whether nothing that was drawn for it is still in process */
            isAccountedFor: boolean;
            /** @description What is missing, and how that may have come about */
            balance: components["schemas"]["InfusionBalanceDto"];
        };
        OrganisationEntryDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            movements: components["schemas"]["MovementDto"][];
            /** @description Ids of the discrepancies that it opened */
            discrepancies: string[];
            /**
             * @example draw
             * @enum {string}
             */
            kind: "opened" | "policy" | "inventory" | "filing" | "receipt" | "infusion-order" | "order-close" | "draw" | "preparation" | "administration" | "waste" | "assay" | "hold" | "release-hold" | "hand-off" | "hand-over" | "return-to-stock" | "breakage" | "countersign" | "close-out" | "quarantine" | "release" | "move" | "disposal" | "disposal-returned" | "return-to-supplier" | "sample" | "weighing" | "count" | "recount" | "discrepancy" | "loss" | "correction" | "day-close" | "review" | "reconciliation" | "report-issued" | "disclosure" | "site" | "person" | "grant" | "product" | "supplier";
            /** Format: date-time */
            occurredAt: string;
            /**
             * @description Who did it, or `system`
             * @example person-7
             */
            performer: string;
            /** @description Who wrote it down for them; null where they did so themselves */
            transcriber: string | null;
            /** @example scan */
            source: string;
            signatures: components["schemas"]["SignatureDto"][];
            /** @description What it made or changed */
            about: components["schemas"]["ThingDto"][];
            /** @description The hashed bytes as text: canonical JSON of everything the line says. Names and free texts are not in it, only commitments to them */
            leaf: string;
        };
        PackageCodeDto: {
            /** @example 0409-2051-15 */
            ndc: string;
            /** @enum {string} */
            on: "container" | "carton" | "both" | "unstated";
        };
        PageCheckDto: {
            /**
             * @description `as-printed`: the ledger prints this very page at that size; `differs`: it prints another, or none; `other-release`: another release of the product printed it in another layout, and alone can print it again
             * @enum {string}
             */
            standing: "as-printed" | "differs" | "other-release";
            /** @enum {string} */
            document: "ledger" | "dispensing" | "discrepancies" | "receipts" | "waste" | "corrections" | "residue" | "audit" | "container" | "entries" | "inventories" | "disposals" | "losses" | "loss-worksheet" | "loss-notice" | "access" | "cover" | "contents" | "count-sheet";
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            /** @description Size of the ledger that it was printed at */
            size: number;
            /** @description Number of the page */
            page: number;
            /** @description The page as the ledger prints it, a line for each paragraph and row, cells parted by tabs; null where there is none */
            text: string | null;
        };
        PageCheckQueryDto: {
            /**
             * @description What the QR code of the page holds
             * @example CSP1/LEDGER/7F3A9C2B1D4E/20260302/20260331/A1234/L/ALL/ALL/0.1.0+L1/BMYFK6U7YTUQ4M2Y/3/LBE4Q5R3JVX3PRWQ2RZ7BMYFK6U7YTUQ
             */
            code: string;
        };
        PatientChangeDto: {
            /** @description Full name */
            name: string;
            /** @description Address */
            address?: string | null;
            /**
             * @description Why the address is unknown
             * @enum {string|null}
             */
            addressUnknown?: "homeless" | "refused" | "unconscious" | "address-protected" | null;
            /**
             * Format: date
             * @description Date of birth
             */
            birthDate?: string | null;
            /** @description Version of the record that was read */
            version: number;
        };
        PatientDto: {
            /** @description Full name */
            name: string;
            /** @description Address */
            address?: string | null;
            /**
             * @description Why the address is unknown
             * @enum {string|null}
             */
            addressUnknown?: "homeless" | "refused" | "unconscious" | "address-protected" | null;
            /**
             * Format: date
             * @description Date of birth
             */
            birthDate?: string | null;
        };
        PatientPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["PatientRecordDto"][];
        };
        PatientRecordDto: {
            /**
             * @description By which the ledger knows the patient
             * @example 9k2m4x7q1z8w5t3v
             */
            id: string;
            version: number;
            name: string;
            address: string | null;
            /** @enum {string|null} */
            addressUnknown: "homeless" | "refused" | "unconscious" | "address-protected" | null;
            /** Format: date */
            birthDate: string | null;
            /** Format: date-time */
            changedAt: string;
        };
        PatientSearchDto: {
            /** @description `next` of the page before */
            cursor?: string | null;
            /**
             * @description Most items of the page, up to 200; 50 if left out
             * @example 50
             */
            limit?: string | null;
            /** @description Part of the name */
            name: string;
        };
        PeopleDto: {
            items: components["schemas"]["PersonDto"][];
        };
        PersonDto: {
            /** @example person-7 */
            person: string;
            name: string;
            initials: string;
            /** @enum {string} */
            licenseClass: "MD" | "DO" | "CRNA" | "NP" | "PA" | "RN" | "LPN" | "RPh" | "CPhT" | "none";
            /** @enum {string} */
            status: "active" | "disabled";
            /** @description Null for a person who cannot sign in */
            signInName: string | null;
            /** @description Has not chosen a password of their own yet */
            needsNewSecrets: boolean;
            hasPin: boolean;
            grants: components["schemas"]["GrantDto"][];
            /** @description Sites at which they may sign beside somebody else who acts; never their own act */
            maySign: components["schemas"]["MaySignDto"][];
        };
        PersonTrendDto: {
            /** @example person-7 */
            person: string;
            sums: components["schemas"]["MonthSumDto"][];
        };
        PersonalFieldDto: {
            /** @example note */
            field: string;
            value: string;
        };
        PlaceTallyDto: {
            /**
             * @description The storage location
             * @example safe
             */
            location: string;
            /** @description Sealed containers */
            sealed: components["schemas"]["SealedTallyDto"][];
            /** @description Sealed containers in quarantine */
            quarantined: components["schemas"]["QuarantinedTallyDto"][];
            /** @description Opened containers */
            open: components["schemas"]["OpenTallyDto"][];
        };
        PlaceToCountDto: {
            /** @description Audit items to count, sealed and in quarantine */
            items: string[];
            /** @description Opened containers to measure */
            open: components["schemas"]["OpenToCountDto"][];
            /** @example safe */
            location: string;
        };
        PoliceDto: {
            /** @description Police department */
            department: string;
            /** @description Its telephone number */
            telephone: string;
            /** @description Number of the police report */
            report?: string | null;
        };
        PolicyDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * Format: date-time
             * @description From when on it is in force; never in the past
             */
            effectiveFrom: string;
            /** @description All settings */
            settings: components["schemas"]["PolicySettingsDto"];
        };
        PolicySettingsDto: {
            /** @description An entry later than this after its event needs a reason; minutes */
            lateAfterMinutes: number;
            /** @description A witness later than this after the act is a late witness; minutes */
            witnessWindowMinutes: number;
            /** @description A proof of identity older than this is repeated before signing; minutes */
            reauthenticateAfterMinutes: number;
            /** @description Least overfill allowance; percent of the labelled content */
            overfillPercent: number;
            /** @description Most that one draw leaves in hub and syringe */
            deadSpacePerDraw: components["schemas"]["QuantityDto"];
            /** @description Use of a punctured multiple-dose container; days */
            multipleDoseDays: number;
            /** @description Use of an entered single-dose container; hours */
            singleDoseHours: number;
            /** @description Use of a prepared bag or syringe; hours */
            preparationHours: number;
            /** @description Dose ceiling; thousandths of mg/kg */
            doseCeilingPerKilogram: number;
            /** @description How far a draw may exceed the ordered dose unasked; percent */
            drawOverOrderPercent: number;
            /**
             * @description What the remainder of a multiple-dose container is
             * @enum {string}
             */
            multipleDoseRemainder: "inventory" | "waste";
            /**
             * @description Whether the line is flushed, or its residue recorded as waste
             * @enum {string}
             */
            lineResidue: "flushed" | "waste";
            /**
             * @description Wall time at which the business day turns over
             * @example 00:00
             */
            dayStartsAt: string;
            /** @description How long records are kept; years */
            retentionYears: number;
            /** @description An unfinished count gives its lock back after this; minutes */
            countLockMinutes: number;
            /**
             * @description What is said when a container is punctured while another of its audit item stands open beside it; the house allows it
             * @enum {string|null}
             */
            oneOpenContainer?: "allowed" | "question" | "stop" | null;
            /** @description Use of an opened ampule; hours, 1 if left out */
            ampuleHours?: number | null;
            /** @description Use of a single-dose container entered in clean air (ISO class 5); hours, 6 if left out */
            cleanAirHours?: number | null;
            /** @description Storage locations at which containers are entered in clean air */
            cleanAirLocations?: string[] | null;
            /** @description Storage locations in the treatment area: a multiple-dose container that is entered there serves one patient */
            treatmentLocations?: string[] | null;
            /** @description How often storage locations are counted */
            countSchedules?: components["schemas"]["CountScheduleDto"][] | null;
            /**
             * @description Whether one person counts a storage location, or two, each blind to the other and to the book
             * @enum {string|null}
             */
            countsBy?: "one-person" | "two-people" | null;
            /**
             * @description How opened containers may stand in an inventory
             * @enum {string|null}
             */
            openedContainers?: "estimated" | "quarter-containers" | "measured" | null;
            /** @description Longest time from one inventory to the next, in months */
            inventoryMonths?: number | null;
            /**
             * @description What is said when a draw passes over an open container that must be used sooner and holds enough; the house allows it
             * @enum {string|null}
             */
            soonestFirst?: "allowed" | "question" | null;
            /** @description Syringes that the site draws with: a volume between two marks is asked about; none, and nothing is asked */
            syringes?: components["schemas"]["SyringeScaleDto"][] | null;
            /** @description Reasons of waste that are valid here; every one if none is named */
            wasteReasons?: ("dose-remainder" | "infusion-stopped" | "not-given" | "line-residue" | "spill" | "broken-syringe" | "contaminated" | "expired-preparation" | "single-dose-remainder" | "order-cancelled" | "other")[] | null;
            /** @description Manners of waste that are valid here; every one if none is named */
            wasteManners?: ("rx-destroyer" | "sharps-sequestration" | "sink" | "absorbed" | "unrecovered" | "other")[] | null;
            /** @description How far an assay may lie from what was expected; percent, 10 if left out */
            assayTolerancePercent?: number | null;
        };
        PolicyStandingDto: {
            /** @description In force now; every setting has its value */
            inForce: components["schemas"]["PublishedPolicyDto"];
            /** @description Not in force yet, the earliest first */
            coming: components["schemas"]["PublishedPolicyDto"][];
            /** @description In force before, the newest first */
            earlier: components["schemas"]["PublishedPolicyDto"][];
            /** @description What every ledger begins with, before a site decides otherwise */
            house: components["schemas"]["PolicySettingsDto"];
            /** @description What stands behind each setting */
            basis: components["schemas"]["SettingBasisDto"][];
        };
        PremisesDto: {
            /** @description Licenses of states */
            licenses: components["schemas"]["StateLicenseDto"][];
            /** @description Who holds keys, codes and cards */
            keyHolders: components["schemas"]["KeyHolderDto"][];
            /** @description Where records from before the first line lie; left out where there are none */
            earlierRecords?: string | null;
        };
        PreparationDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description Order that it is for
             * @example 52
             */
            order: string;
            /** @description Draws that go into it */
            draws: string[];
            /**
             * @description What it is made in
             * @enum {string}
             */
            vessel: "bag" | "syringe";
            /** @description What it is diluted with */
            diluent: string;
            /** @description Total volume after dilution */
            totalVolume: components["schemas"]["QuantityDto"];
            /**
             * @description Whether the volume was measured, or is the one on the bag
             * @enum {string}
             */
            volumeIs: "measured" | "stated";
        };
        PreviousInventoryDto: {
            /**
             * Format: date
             * @description Date of the last inventory
             */
            date: string;
            /** @description Scan of its signed print */
            file?: string | null;
        };
        PrintCertificateDto: {
            /** @description Whose it is: its common name */
            subject: string;
            /**
             * Format: date-time
             * @description The end of its validity
             */
            ends: string;
            /** @description Whether it ends within 30 days, or has ended */
            endsSoon: boolean;
        };
        PrintDto: {
            /**
             * Format: date
             * @description First day of business of the period; that of the first entry if left out
             */
            from?: string | null;
            /**
             * Format: date
             * @description Last day of business; that of the checkpoint if left out
             */
            to?: string | null;
            /**
             * @description Prints what was known at this size of the ledger, of which a checkpoint was signed; everything that is recorded now if left out
             * @example 1234
             */
            size?: string | null;
            /**
             * @description Size of the paper; letter if left out
             * @enum {string|null}
             */
            paper?: "letter" | "a4" | null;
            /**
             * @description With the electronic signature (PAdES) of the certificate of this deployment, as an update after the bytes that the document has without one. For PDFs, and for the PDFs of the packet
             * @enum {string|null}
             */
            signed?: "true" | "false" | null;
            /** @description One audit item, as balances name it, of a document that can be of one; all if left out */
            item?: string | null;
            /**
             * @description One container, for the documents that are about one
             * @example 41-3
             */
            container?: string | null;
            /**
             * @description One person: of `entries`; of `dispensing`, who gave it
             * @example person-12
             */
            person?: string | null;
            /**
             * @description One theft or loss, for the documents that are about one
             * @example 91-1
             */
            loss?: string | null;
            /** @description One patient, by the id of the record, for `dispensing` */
            patient?: string | null;
            /**
             * @description One ordering practitioner, for `dispensing`
             * @example person-12
             */
            practitioner?: string | null;
            /**
             * @description What the lines of `dispensing` stand under; by their time alone if left out
             * @enum {string|null}
             */
            by?: "patient" | "practitioner" | "person" | null;
            /**
             * @description What the lines of `ledger` are sorted by, with the balance computed anew; in register order with stored balances if left out
             * @enum {string|null}
             */
            sort?: "event-time" | null;
            /**
             * @description Document and form, as in the address of the document
             * @example packet.zip
             */
            file: string;
        };
        PrintJobDto: {
            /** Format: uuid */
            id: string;
            /**
             * @description `done`: the file can be fetched for a day
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed" | "cancelled";
            /** @description Entries of the period that are printed */
            done: number;
            /** @description Entries of the period; null before it has begun */
            total: number | null;
            /** @description Why it failed; null otherwise */
            failure: string | null;
            /** @description Name of the file; null before it is done */
            fileName: string | null;
            /** @description Size of the file in bytes */
            bytes: number | null;
            /** @description SHA-256 of the file, in hexadecimal */
            sha256: string | null;
            /** @description SHA-256 of a signed PDF without its signature, as `report-issued` has it; null where it has none */
            unsignedSha256: string | null;
        };
        PrintableDto: {
            /** @enum {string} */
            name: "ledger" | "dispensing" | "discrepancies" | "receipts" | "waste" | "corrections" | "residue" | "audit" | "container" | "entries" | "inventories" | "disposals" | "losses" | "loss-worksheet" | "loss-notice" | "access" | "cover" | "contents" | "count-sheet" | "packet";
            /** @description What it is, in one line */
            says: string;
            /** @description Its forms */
            forms: ("pdf" | "csv" | "json" | "xlsx" | "zip")[];
            /**
             * @description What it is about one of, and cannot be printed without; null for what is about all of a site
             * @enum {string|null}
             */
            about: "item" | "container" | "loss" | "patient" | "practitioner" | "person" | "by" | "sort" | null;
            /** @description What else it can be narrowed to */
            takes: ("item" | "container" | "loss" | "patient" | "practitioner" | "person" | "by" | "sort")[];
            /** @description Whether whoever asks has every right that it needs */
            allowed: boolean;
        };
        PrintableListDto: {
            items: components["schemas"]["PrintableDto"][];
            /** @description What PDFs can be signed with; null where none can */
            certificate: components["schemas"]["PrintCertificateDto"] | null;
        };
        ProblemDto: {
            /** @example urn:countersign:problem:draw.exceeds-remaining */
            type: string;
            /** @description The refusal in one sentence, the same each time */
            title: string;
            /** @description Status of the answer */
            status: number;
            /** @description What is wrong this time */
            detail: string;
            /**
             * @description From the published list
             * @example draw.exceeds-remaining
             */
            code: string;
            /** @description Kind of refusal, of those by the rules of the register */
            class: string | null;
            /** @description Numbers and ids that a person needs to see */
            facts: {
                [key: string]: unknown;
            };
            /** @description What to do next */
            next: string;
            errors?: components["schemas"]["FieldErrorDto"][];
        };
        ProductDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description NDC on the container, with its hyphens */
            ndc: string;
            /** @description NDC on the carton, where it differs */
            cartonNdc?: string | null;
            /** @description Containers in a carton */
            containersPerCarton: number;
            /** @description Name on the label */
            name: string;
            /** @description Labeler */
            labeler: string;
            /** @description Substance, as the register calls it */
            substance: string;
            /**
             * @description Schedule
             * @enum {string}
             */
            schedule: "II" | "III" | "IV" | "V";
            /** @description Finished form */
            form: string;
            /** @description Strength as printed on the label, such as 50 mg/mL */
            strength: string;
            /** @description Labelled content of one container */
            size: components["schemas"]["QuantityDto"];
            /**
             * @description What kind of container it is
             * @enum {string}
             */
            containerType: "vial" | "ampule" | "syringe" | "bottle" | "device";
            /**
             * @description Whether it may serve several doses
             * @enum {string}
             */
            doseType: "multiple-dose" | "single-dose";
        };
        ProductRecordDto: {
            /** @example product-9 */
            id: string;
            /** @enum {string} */
            status: "approved" | "withdrawn";
            /** @example 0409-2051-15 */
            ndc: string;
            name: string;
            labeler: string;
            /** @description Audit item that it belongs to */
            item: string;
            /** @example 50 mg/mL */
            strength: string;
            size: components["schemas"]["QuantityDto"];
            /** @enum {string} */
            doseType: "multiple-dose" | "single-dose";
        };
        ProofDto: {
            /** @description Password */
            password?: string | null;
            /** @description PIN */
            pin?: string | null;
        };
        PublishedPolicyDto: {
            /** @description The line that published it; null for what every ledger begins with */
            line: number | null;
            /** Format: date-time */
            effectiveFrom: string;
            settings: components["schemas"]["PolicySettingsDto"];
        };
        QuantityDto: {
            /**
             * @description Decimal text with up to three decimals and a digit before the point
             * @example 0.700
             */
            value: string;
            /**
             * @description Unit of the value
             * @enum {string}
             */
            unit: "mL" | "each";
        };
        QuarantineDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description Which containers */
            containers: string[];
            /**
             * @description Why
             * @enum {string}
             */
            why: "expired" | "past-beyond-use" | "recalled" | "damaged" | "suspect" | "awaiting-disposal" | "temperature" | "other";
        };
        QuarantinedTallyDto: {
            /** @description Audit item */
            item: string;
            /** @description Number of containers */
            containers: number;
            /** @description The reasons, which add up to the number */
            reasons: components["schemas"]["HeldForDto"][];
        };
        ReceiptDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description Who supplied it
             * @example supplier-12
             */
            supplier: string;
            /**
             * @description What came with it
             * @enum {string}
             */
            document: "invoice" | "packing-slip" | "none" | "prescription";
            /** @description Number of the invoice */
            invoiceNumber?: string | null;
            /**
             * Format: date
             * @description Date of the invoice
             */
            invoiceDate?: string | null;
            /** @description The uploaded invoice */
            invoiceFile?: string | null;
            /**
             * Format: date
             * @description When it was ordered
             */
            orderedOn?: string | null;
            /** @description What was delivered */
            lines: components["schemas"]["ReceiptLineDto"][];
        };
        ReceiptLineDto: {
            /**
             * @description Approved product
             * @example product-9
             */
            product: string;
            /**
             * @description Where it is put
             * @example safe
             */
            location: string;
            /** @description Lot as labelled */
            lot: string;
            /**
             * Format: date
             * @description Last day of the labelled expiry
             */
            expires: string;
            /** @description Containers ordered */
            ordered: number;
            /** @description Containers on the invoice */
            invoiced: number;
            /** @description Containers counted */
            counted: number;
            /** @description Serial numbers (GS1 AI 21), one for each container or none at all */
            serials?: string[] | null;
        };
        ReconciledPeriodDto: {
            /** @description The line that signed it */
            line: number;
            item: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            beginning: number[];
            closing: number[];
            /** @example -2.900 */
            difference: string;
        };
        ReconciledPeriodPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["ReconciledPeriodDto"][];
        };
        ReconciliationDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description Audit item */
            item: string;
            /**
             * @description View of the chart
             * @enum {string}
             */
            by: "event" | "recorded";
            /** @description `knownAt` of the chart */
            knownAt: number;
            /** @description Lines at the beginning */
            beginning: string[];
            /** @description Lines at the end */
            closing: string[];
            /**
             * @description Difference of the chart, as it was read
             * @example -2.900
             */
            difference: string;
        };
        RecordedDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
        };
        RecordedPersonDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            /** @example person-7 */
            person: string;
        };
        RecordedSiteDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            /** @example k3v9q0zt1m5a */
            site: string;
        };
        ReleaseDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description Which containers */
            containers: string[];
        };
        RelocatedFromDto: {
            /** @description The old site */
            site: string;
            /** @description Line of its relocation-out inventory */
            line: number;
        };
        ReminderSecretDto: {
            /** @description Shown this once */
            secret: string;
            /**
             * Format: date-time
             * @description Until then messages are signed with the secret before it as well
             */
            earlierUntil: Record<string, never>;
        };
        ReminderTargetDto: {
            /** @description What people call it: "Safe team", "on-call pager" */
            name: string;
            /** @description Kinds of work; an empty list means all of them */
            kinds: ("witness" | "receipt-verification" | "correction-approval" | "reconciliation-signature" | "hand-over-review" | "in-process" | "held-bag" | "infusion-order" | "order-close" | "count" | "inventory" | "signed-copy" | "discrepancy" | "loss-suspicion" | "loss-determination" | "loss-notice" | "loss-form-106" | "loss-amended-form-106" | "loss-state-notice" | "open-container" | "quarantined-stock" | "expiring-stock" | "receipt-invoice" | "day-close" | "day-review" | "reopened-review" | "site-registration" | "supplier-registration" | "temporary-secret" | "monitoring-signal")[];
            /**
             * @description From how many days before it is due a piece of work is told of, each business day until it is done; 0: on its day
             * @example 7
             */
            leadDays: number;
            /**
             * @description Time of day in the zone of the site from which reminders are sent; what becomes due later that day follows within minutes
             * @example 07:30
             */
            at: string;
            /**
             * @description `mail`: text to a mail address; `webhook`: signed JSON to an https:// address
             * @enum {string}
             */
            way: "mail" | "webhook";
            /** @description Mail address, or address of the webhook; kept encrypted */
            address: string;
        };
        ReminderTargetRecordDto: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            way: "mail" | "webhook";
            name: string;
            address: string;
            /** @description Empty: all kinds */
            kinds: ("witness" | "receipt-verification" | "correction-approval" | "reconciliation-signature" | "hand-over-review" | "in-process" | "held-bag" | "infusion-order" | "order-close" | "count" | "inventory" | "signed-copy" | "discrepancy" | "loss-suspicion" | "loss-determination" | "loss-notice" | "loss-form-106" | "loss-amended-form-106" | "loss-state-notice" | "open-container" | "quarantined-stock" | "expiring-stock" | "receipt-invoice" | "day-close" | "day-review" | "reopened-review" | "site-registration" | "supplier-registration" | "temporary-secret" | "monitoring-signal")[];
            /** @description In days */
            leadDays: number;
            /**
             * @description Time of day at the site
             * @example 07:30
             */
            at: string;
            /** @example person-7 */
            addedBy: string;
            /** Format: date-time */
            addedAt: string;
            /** Format: date-time */
            changedAt: string;
            /**
             * Format: date-time
             * @description When it was reached last
             */
            reachedAt: string | null;
            /**
             * @description Code of why the last try did not reach it; null where it did
             * @example webhook.status-503
             */
            failure: string | null;
            /** Format: date-time */
            failedAt: string | null;
        };
        ReminderTargetSettingsDto: {
            /** @description What people call it: "Safe team", "on-call pager" */
            name: string;
            /** @description Kinds of work; an empty list means all of them */
            kinds: ("witness" | "receipt-verification" | "correction-approval" | "reconciliation-signature" | "hand-over-review" | "in-process" | "held-bag" | "infusion-order" | "order-close" | "count" | "inventory" | "signed-copy" | "discrepancy" | "loss-suspicion" | "loss-determination" | "loss-notice" | "loss-form-106" | "loss-amended-form-106" | "loss-state-notice" | "open-container" | "quarantined-stock" | "expiring-stock" | "receipt-invoice" | "day-close" | "day-review" | "reopened-review" | "site-registration" | "supplier-registration" | "temporary-secret" | "monitoring-signal")[];
            /**
             * @description From how many days before it is due a piece of work is told of, each business day until it is done; 0: on its day
             * @example 7
             */
            leadDays: number;
            /**
             * @description Time of day in the zone of the site from which reminders are sent; what becomes due later that day follows within minutes
             * @example 07:30
             */
            at: string;
        };
        ReminderTargetsDto: {
            items: components["schemas"]["ReminderTargetRecordDto"][];
        };
        ReminderTrialDto: {
            /**
             * Format: uuid
             * @description Id of the job that sends it; the target says whether it was reached
             */
            job: string;
        };
        ReturnDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description Which containers */
            containers: string[];
            /**
             * @description Where they are put
             * @example safe
             */
            location: string;
        };
        ReturnToSupplierDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description To whom
             * @example supplier-12
             */
            supplier: string;
            /** @description What leaves */
            lines: components["schemas"]["DepartingLineDto"][];
            /**
             * @description Whether it was recalled
             * @enum {string}
             */
            why: "recall" | "return";
            /** @description Number of the recall or return authorisation */
            authorisation?: string | null;
            /** @description Scan of the papers */
            file?: string | null;
        };
        ReviewDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description First line of the range */
            from: number;
            /** @description Last line of the range */
            to: number;
            /** @description Leaf hash of the last line, as it was on the screen */
            leaf: string;
            /** @description Closed days that are signed with it */
            days: string[];
        };
        RunningCountDto: {
            /** @description Audit items to count, sealed and in quarantine */
            items: string[];
            /** @description Opened containers to measure */
            open: components["schemas"]["OpenToCountDto"][];
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date-time
             * @description The count gives its lock back then
             */
            expiresAt: string;
            /**
             * @description `two-people`: each hands in own figures, blind to the other and to the book
             * @enum {string}
             */
            by: "one-person" | "two-people";
            /**
             * @description `waiting` for the other one; `differ`: both count everything again; `recount`: both count the named lines again; `agreed`: the second one signs, and who began it hands in the tally
             * @enum {string}
             */
            status: "counting" | "waiting" | "differ" | "recount" | "agreed" | "recorded";
            /** @description Which figures are handed in next by each of two people */
            round: number;
            /** @description Lines to count again, by name */
            again: string[];
        };
        RunningCountsDto: {
            items: components["schemas"]["ListedCountDto"][];
        };
        RunningInventoryDto: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            startedAt: string;
            /**
             * Format: date-time
             * @description The inventory gives its lock back then
             */
            expiresAt: string;
            places: components["schemas"]["PlaceToCountDto"][];
        };
        SampleDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * @description Who has it now
             * @enum {string}
             */
            by: "authority" | "assay";
            /** @description Name of the agency or laboratory; of an officer, in the note */
            taker: string;
            /** @description Number of the receipt */
            receipt?: string | null;
            /** @description Containers that went whole */
            lines: components["schemas"]["DepartingLineDto"][];
            /** @description Quantities drawn from containers that stay */
            drawn: components["schemas"]["SampledDto"][];
            /** @description Scan of the receipt */
            file?: string | null;
        };
        SampledDto: {
            /**
             * @description Which container
             * @example 41-3
             */
            container: string;
            /** @description How much was drawn from it */
            quantity: components["schemas"]["QuantityDto"];
        };
        SealedBagDto: {
            /**
             * @description Number printed on the bag
             * @example T-104117
             */
            bag: string;
            /**
             * @description Line that sealed it
             * @example 61
             */
            line: number;
            /**
             * @description Where it is kept
             * @example safe
             */
            location: string;
            /** @example person-7 */
            sealedBy: string;
            /** Format: date-time */
            sealedAt: string;
            /** @description Minutes since it was sealed */
            minutes: number;
            /** @description Fluid in it, diluent included */
            volume: components["schemas"]["QuantityDto"];
            /** @description Draws whose residue is in it */
            draws: string[];
        };
        SealedTallyDto: {
            /** @description Audit item */
            item: string;
            /** @description Number of containers */
            containers: number;
        };
        SeriesDto: {
            /** @description Which infusion of the series */
            number: number;
            /** @description How many infusions the series has */
            of: number;
        };
        SessionDto: {
            /** @example person-7 */
            person: string;
            /** @description Printed name */
            name: string;
            /** @description Printed initials */
            initials: string;
            /** @description What the person may do, and where */
            grants: components["schemas"]["GrantDto"][];
            /** Format: date-time */
            openedAt: string;
            /**
             * Format: date-time
             * @description Last proof of identity
             */
            provedAt: string;
            /**
             * Format: date-time
             * @description Locks then, if nobody uses it
             */
            locksAt: string;
            /**
             * Format: date-time
             * @description Ends then, however it is used
             */
            endsAt: string;
            /** @description Only a proof of identity with the password unlocks it */
            isLocked: boolean;
            /** @description The password was set by somebody else: choose another first */
            needsNewSecrets: boolean;
        };
        SettingBasisDto: {
            /** @example retentionYears */
            setting: string;
            /**
             * @description A citation, or "house policy"
             * @example 21 CFR 1304.04(a)
             */
            basis: string;
        };
        SettlementDto: {
            /**
             * @description The container
             * @example 41-3
             */
            container: string;
            /**
             * @description Whether it holds less or more than the book says
             * @enum {string}
             */
            direction: "missing" | "over";
            /** @description By how much */
            quantity: components["schemas"]["QuantityDto"];
        };
        SetupDoneDto: {
            /** @description Id of the organisation’s ledger */
            organisation: string;
            /** @description Id of the first site, and of its ledger */
            site: string;
            /**
             * @description Id of the first person
             * @example person-1
             */
            person: string;
        };
        SetupDto: {
            /**
             * @description The code that the service printed
             * @example ABCD-EFGH-JKMN-PQRS-TVWX
             */
            code: string;
            /** @description Name of the organisation */
            organisation: string;
            /** @description The first person */
            person: components["schemas"]["FirstPersonDto"];
            /** @description The first site */
            site: components["schemas"]["SiteFactsDto"];
            /** @description Codes of the questions that were answered with yes */
            confirmed?: "registration.dea-letter-unusual"[] | null;
        };
        SetupStateDto: {
            /** @enum {string} */
            state: "needed" | "begun" | "finished";
        };
        SignInDto: {
            /** @description Sign-in name; capitals do not matter */
            signInName: string;
            /** @description Password */
            password: string;
        };
        SignalDto: {
            /** @enum {string} */
            scope: "person" | "container" | "month";
            /**
             * @description Id of the person or container, or the month
             * @example person-7
             */
            subject: string;
            /**
             * @description Highest sum, in units, with two decimals
             * @example 24.31
             */
            sum: string;
            /** @description Decision limit, in units */
            limit: number;
            /** @description Line at which the sum passed its limit */
            passedAt: number;
            /** @description Short beyond what was expected, over these lines */
            beyondExpected: string;
            /** @description The lines that add up to it */
            lines: components["schemas"]["SignalLineDto"][];
        };
        SignalLineDto: {
            /** @description Line of the count or close-out that ends the interval */
            line: number;
            /** @example 41-3 */
            container: string;
            /** @description What went missing in the interval; negative is over */
            short: string;
            /** @description Draws in the interval */
            draws: number;
            /** @description Draws of the person who is named; all of them otherwise */
            own: number;
        };
        SignatureDto: {
            /** @example person-7 */
            person: string;
            /** @example witnessed */
            meaning: string;
            /** @example pin */
            method: string;
            /**
             * @example [
             *       "act",
             *       "residue"
             *     ]
             */
            seen: string[];
            /** Format: date-time */
            signedAt: string;
            /** @description SHA-256 of the content that was signed, in base64 */
            hash: string;
        };
        SignatureRequestDto: {
            /**
             * Format: uuid
             * @description Idempotency-Key under which the act will be recorded
             */
            entry: string;
            /**
             * @description Kind of the act; `inventory-tally` for an inventory that asserts
             * @example waste
             */
            kind: string;
            /** @description The body of the act, exactly as it will be sent, without its signatures */
            request: {
                [key: string]: unknown;
            };
            /** @description Sign-in name of the person who is to sign */
            signer: string;
            /**
             * @description What the signature means
             * @enum {string}
             */
            meaning: "performed" | "witnessed" | "received" | "verified" | "counted" | "approved" | "closed";
            /** @description What the person has seen with their own eyes */
            seen: ("act" | "draw" | "residue" | "destruction" | "sealed-bag" | "count" | "container" | "papers")[];
        };
        SignedCopyDto: {
            /** @description Line that filed it */
            line: number;
            /** @description SHA-256 of the scan, in lower-case hexadecimal */
            file: string;
            /** @example person-7 */
            filedBy: string;
            /** Format: date-time */
            filedAt: string;
            /** @description Business days of the site from the inventory to its filing */
            afterDays: number;
        };
        SignedDto: {
            /** Format: uuid */
            id: string;
            /** @example person-7 */
            signer: string;
            /** @enum {string} */
            method: "password" | "pin";
            /** Format: date-time */
            signedAt: string;
        };
        SignedRangeDto: {
            /** @description The line of the review */
            line: number;
            from: number;
            to: number;
            /** @description Days that were signed with it */
            days: string[];
            /** @example person-7 */
            reviewer: string;
        };
        SignedRangePageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["SignedRangeDto"][];
        };
        SincePageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            issued: components["schemas"]["ListedIssueDto"];
            /** @description Lines of the ledger now */
            size: number;
            /** @description What was recorded since the document’s size and has to do with its period: why it would be another one today. Empty: the ledger of the period is what it was */
            items: components["schemas"]["LineSinceDto"][];
        };
        SiteDto: {
            /**
             * @description Id of the site, and of its ledger
             * @example k3v9q0zt1m5a
             */
            site: string;
            facts: components["schemas"]["SiteFactsDto"];
            /** Format: date-time */
            openedAt: string;
        };
        SiteFactsDto: {
            /** @description What people call the site */
            name: string;
            /** @description Registrant as the certificate names it */
            registrant: string;
            /** @description Registered address */
            address: string;
            /**
             * @description DEA number of the location
             * @example BV1234563
             */
            deaNumber: string;
            /**
             * Format: date
             * @description Last day of the registration
             */
            registrationExpires: string;
            /**
             * @description Business activity of the registration
             * @example Practitioner
             */
            businessActivity: string;
            /** @description Schedules of the registration */
            schedules: ("II" | "IIN" | "III" | "IIIN" | "IV" | "V")[];
            /**
             * @description IANA time zone
             * @example America/New_York
             */
            zone: string;
            /** @description Storage locations */
            locations: components["schemas"]["StorageLocationDto"][];
        };
        SiteRequestDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description The registration and the storage locations, as a whole */
            facts: components["schemas"]["SiteFactsDto"];
            /** @description State licenses, key holders, older records, as a whole; as they were stated before if left out */
            premises?: components["schemas"]["PremisesDto"] | null;
        };
        SitesDto: {
            items: components["schemas"]["SiteDto"][];
        };
        StandingDto: {
            /**
             * @description Its name in an excuse
             * @example in-process:57-1
             */
            what: string;
            /** @enum {string} */
            type: "in-process" | "held" | "unwitnessed";
            /** Format: date-time */
            since: string | null;
            /** @description Audit item, where known */
            item: string | null;
            /**
             * @description Decimal text, in the unit of the product; null for a line
             * @example 0.200
             */
            quantity: string | null;
        };
        StateLicenseDto: {
            /**
             * @description The state (ISO 3166-2)
             * @example US-NY
             */
            state: string;
            /**
             * @description What the state calls it
             * @example Clinic license, class 3a
             */
            name: string;
            /** @description Its number */
            number: string;
            /**
             * Format: date
             * @description Last day on which it is good
             */
            expires: string;
        };
        StorageLocationDto: {
            /**
             * @description Id of the storage location
             * @example safe
             */
            id: string;
            /** @description What people call it */
            name: string;
        };
        StoredFileDto: {
            /** @description SHA-256 of the file in hexadecimal: its name from now on */
            sha256: string;
            /** @enum {string} */
            mediaType: "application/pdf" | "image/png" | "image/jpeg" | "image/tiff";
            /** @description Bytes */
            size: number;
        };
        SubmissionDto: {
            /** @description Reference that the agency gave */
            reference: string;
            /** @description The uploaded copy of what was submitted */
            file?: string | null;
        };
        SupplierDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description Name as registered */
            name: string;
            /** @description Registered address */
            address: string;
            /** @description DEA number */
            deaNumber: string;
            /**
             * Format: date
             * @description Last day of the DEA registration
             */
            registrationExpires: string;
        };
        SupplierRecordDto: {
            /** @example supplier-12 */
            id: string;
            /** @enum {string} */
            status: "active" | "withdrawn";
            name: string;
            address: string;
            deaNumber: string;
            /** Format: date */
            registrationExpires: string;
        };
        SyringeScaleDto: {
            /** @description What it holds */
            size: components["schemas"]["QuantityDto"];
            /** @description The step between two marks */
            graduation: components["schemas"]["QuantityDto"];
        };
        TakenDto: {
            /**
             * @description The container
             * @example 41-3
             */
            container: string;
            /** @description How much is gone, in the unit of its product */
            quantity: components["schemas"]["QuantityDto"];
            /** @description Line that settled it as unexplained; left out where the book of the container still holds it */
            settledIn?: number | null;
        };
        TallyAnswerDto: {
            /** @enum {string} */
            status: "recorded" | "recount";
            /** @description Lines to count again, by name */
            again: string[];
            /** @description The entry, once recorded */
            entry: components["schemas"]["MovingDto"] | null;
        };
        TallyDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /**
             * Format: uuid
             * @description The running count; may be left out where the address names it
             */
            count?: string | null;
            /** @description Sealed containers */
            sealed: components["schemas"]["SealedTallyDto"][];
            /** @description Sealed containers in quarantine */
            quarantined: components["schemas"]["SealedTallyDto"][];
            /** @description Opened containers */
            open: components["schemas"]["OpenTallyDto"][];
            /** @description Of an inspection count: what the investigators found */
            investigators?: components["schemas"]["InvestigatorsDto"] | null;
        };
        ThingDto: {
            /** @example draw */
            noun: string;
            /** @example 57-1 */
            id: string;
        };
        TransitDto: {
            /** @description Carrier */
            carrier: string;
            /** @description Consignee */
            consignee: string;
            /** @description DEA number of the consignee */
            consigneeDeaNumber: string;
            /** @description Whether the carton was received */
            cartonReceived: boolean;
            /** @description Whether it showed signs of tampering */
            tampering: boolean;
            /** @description Earlier losses with this carrier */
            earlierLosses: number;
        };
        TrendLineDto: {
            line: number;
            /**
             * @description Negative where it takes back
             * @example 0.700
             */
            quantity: string;
            /** @description Whom it is counted with */
            people: string[];
        };
        TrendLinePageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["TrendLineDto"][];
        };
        TrendsDto: {
            /** @description Size of the ledger when it was read */
            knownAt: number;
            /** @description The months that were asked for, the earliest first */
            months: string[];
            items: components["schemas"]["ItemTrendDto"][];
        };
        WasteDto: {
            /**
             * @description `intended` asks beforehand; `done` tells what has happened and cannot be undone
             * @enum {string}
             */
            posture: "intended" | "done";
            /**
             * Format: date-time
             * @description When it happened, or is about to
             */
            occurredAt: string;
            /**
             * @description Why a rule could not be kept, or why the entry comes late
             * @enum {string|null}
             */
            reason?: "clinical-emergency" | "alone-on-site" | "recorded-after-the-act" | "system-unavailable" | "delivery-recorded-later" | "supplier-paper-missing" | "interrupted" | "clinically-justified" | "mistake-noticed" | "other" | null;
            /** @description Codes of the questions that the person has answered with yes */
            confirmed?: ("product.named-otherwise" | "registration.dea-letter-unusual" | "order.dose-does-not-match-weight" | "draw.another-open" | "draw.sooner-open" | "draw.between-marks" | "draw.looks-like-milligrams" | "draw.looks-ten-fold" | "draw.exceeds-order")[] | null;
            /** @description Free text; kept confidential */
            note?: string | null;
            /**
             * @description Where the facts come from; `manual` if left out
             * @enum {string|null}
             */
            source?: "scan" | "manual" | "interface" | "import" | "paper" | null;
            /**
             * @description Who did it, where the person who is signed in only writes it down. Both need the right; the performer then signs by a signature of their own, or not at all
             * @example person-7
             */
            performer?: string | null;
            /** @description Signatures of second persons that were made for this entry */
            signatures?: string[] | null;
            /** @description What is wasted of which draws */
            lines: components["schemas"]["DrawQuantityDto"][];
            /**
             * @description A bag or syringe, with everything that is left in it
             * @example 58
             */
            preparation?: string | null;
            /**
             * @description An entered single-dose container, with its remainder
             * @example 41-3
             */
            container?: string | null;
            /**
             * @description Why it is wasted
             * @enum {string}
             */
            why: "dose-remainder" | "infusion-stopped" | "not-given" | "line-residue" | "spill" | "broken-syringe" | "contaminated" | "expired-preparation" | "single-dose-remainder" | "order-cancelled" | "other";
            /**
             * @description How it was made unusable
             * @enum {string}
             */
            manner: "rx-destroyer" | "sharps-sequestration" | "sink" | "absorbed" | "unrecovered" | "other";
        };
        WastedDto: {
            line: number;
            /** Format: date-time */
            occurredAt: string;
            /** @example person-7 */
            performer: string;
            /** @example dose-remainder */
            why: string;
            /** @example rx-destroyer */
            manner: string;
            parts: components["schemas"]["WastedPartDto"][];
            /** @description Who attested it; null while nobody has */
            witness: string | null;
            /** @description From the earliest of its draws; null where it was never drawn */
            minutesSinceDraw: number | null;
            /** @description From the waste to the signature of the witness; null while there is none */
            minutesToWitness: number | null;
            /** @description The witness came later than the policy of that time allows, or is missing since */
            isWitnessLate: boolean;
        };
        WastedPageDto: {
            /** @description Cursor of the next page; null on the last */
            next: string | null;
            items: components["schemas"]["WastedDto"][];
        };
        WastedPartDto: {
            /** @description Id of the draw */
            draw: string | null;
            /** @description A container whose remainder it was */
            container: string | null;
            /**
             * @description Decimal text, in the unit of the product
             * @example 0.100
             */
            quantity: string;
        };
        WeighedVolumeDto: {
            /**
             * @description Line of the weighing
             * @example 61
             */
            line: number;
            /**
             * @description Net weight over density
             * @example 4.210
             */
            volume: string;
            /**
             * @description Expanded uncertainty (k = 2)
             * @example 0.060
             */
            uncertainty: string;
            /**
             * @description The book at that line
             * @example 4.200
             */
            book: string;
            /**
             * @description Least and greatest content that hub loss and overfill leave possible
             * @example [
             *       "3.990",
             *       "5.200"
             *     ]
             */
            range: string[];
            /**
             * @description `book`: the book lies inside volume ± uncertainty; `range`: only the range meets it; `no`: neither
             * @enum {string}
             */
            agrees: "book" | "range" | "no";
        };
        WholeContainerDto: {
            /** @example 41-3 */
            container: string;
            /** @example ketamine 50 mg/mL injection, 10 mL */
            item: string;
            /** @example product-9 */
            product: string;
            /** @example Ketalar */
            name: string;
            /** @example Par */
            labeler: string;
            /** @example 42023-0113-10 */
            ndc: string;
            /** @example 50 mg/mL */
            strength: string;
            size: components["schemas"]["QuantityDto"];
            /** @example AB1234 */
            lot: string;
            /**
             * Format: date
             * @description Last day of the labelled expiry
             */
            expires: string;
            serial: string | null;
            /** @example safe */
            location: string;
            /** @enum {string} */
            status: "sealed" | "open" | "closed";
            /** @description Why it is in quarantine; null where it is not */
            quarantine: string | null;
            /** Format: date-time */
            openedAt: string | null;
            /** Format: date-time */
            beyondUseAt: string | null;
            /**
             * @description How often it was drawn from
             * @example 7
             */
            draws: number;
            /** @description What the book says that is in it */
            remaining: components["schemas"]["QuantityDto"];
            /** @description What may be left in it while it is open; closing outside opens a discrepancy */
            expected: components["schemas"]["ClosingRangeDto"] | null;
            /** @description The newest weighing */
            weighing: components["schemas"]["WeighedVolumeDto"] | null;
            /** @description Everyone who drew from it */
            drawers: string[];
            movements: components["schemas"]["ContainerMovementDto"][];
            closeOut: components["schemas"]["CloseOutDto"] | null;
        };
        WholeEntryDto: {
            /**
             * @description Number of the line in its ledger
             * @example 57
             */
            line: number;
            /**
             * Format: uuid
             * @description Id of the entry: the Idempotency-Key
             */
            id: string;
            /** @description Hash of the leaf, in base64: what proofs are about */
            leafHash: string;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            recordedAt: string;
            /**
             * Format: date
             * @description Day of business that it belongs to
             */
            businessDate: string;
            flags: components["schemas"]["FlagDto"][];
            movements: components["schemas"]["MovementDto"][];
            /** @description Ids of the discrepancies that it opened */
            discrepancies: string[];
            /**
             * @example draw
             * @enum {string}
             */
            kind: "opened" | "policy" | "inventory" | "filing" | "receipt" | "infusion-order" | "order-close" | "draw" | "preparation" | "administration" | "waste" | "assay" | "hold" | "release-hold" | "hand-off" | "hand-over" | "return-to-stock" | "breakage" | "countersign" | "close-out" | "quarantine" | "release" | "move" | "disposal" | "disposal-returned" | "return-to-supplier" | "sample" | "weighing" | "count" | "recount" | "discrepancy" | "loss" | "correction" | "day-close" | "review" | "reconciliation" | "report-issued" | "disclosure" | "site" | "person" | "grant" | "product" | "supplier";
            /** Format: date-time */
            occurredAt: string;
            /**
             * @description Who did it, or `system`
             * @example person-7
             */
            performer: string;
            /** @description Who wrote it down for them; null where they did so themselves */
            transcriber: string | null;
            /** @example scan */
            source: string;
            signatures: components["schemas"]["SignatureDto"][];
            /** @description What it made or changed */
            about: components["schemas"]["ThingDto"][];
            /** @description What it still lacks: `witness`, `verification` or `approval` */
            awaiting: string | null;
            /** @description Line that gave what it lacked */
            settledBy: number | null;
            /** @description Newest line that corrects it */
            correctedBy: number | null;
            /** @description What it corrects; null where it is no correction */
            corrects: components["schemas"]["CorrectedLineDto"] | null;
            /** @description Names, addresses and notes; none without the right to read about patients */
            personal: components["schemas"]["PersonalFieldDto"][];
        };
        WholeInventoryDto: {
            /** @description Its line */
            line: number;
            /** @enum {string} */
            type: "initial" | "go-live" | "relocation-in" | "biennial" | "annual" | "newly-scheduled" | "relocation-out" | "closing";
            /**
             * Format: date
             * @description The date that it counts for; of a go-live inventory, that of the one before it
             */
            date: string;
        };
        WorkClockDto: {
            /** Format: date-time */
            due: string | null;
            /** @description Calendar days to the day on which it is due; negative once it has gone by */
            daysLeft: number | null;
            /** @description The same in business days: Monday to Friday without the holidays of 5 U.S.C. 6103 */
            businessDaysLeft: number | null;
            /**
             * @description `overdue`: its instant has passed; `today`: within this business day; `soon`: within the notice of its kind; `open`
             * @enum {string}
             */
            urgency: "overdue" | "today" | "soon" | "open";
        };
        WorkItemDto: {
            /**
             * @description The same for the same work at every look
             * @example witness:41
             */
            key: string;
            /** @enum {string} */
            kind: "witness" | "receipt-verification" | "correction-approval" | "reconciliation-signature" | "hand-over-review" | "in-process" | "held-bag" | "infusion-order" | "order-close" | "count" | "inventory" | "signed-copy" | "discrepancy" | "loss-suspicion" | "loss-determination" | "loss-notice" | "loss-form-106" | "loss-amended-form-106" | "loss-state-notice" | "open-container" | "quarantined-stock" | "expiring-stock" | "receipt-invoice" | "day-close" | "day-review" | "reopened-review" | "site-registration" | "supplier-registration" | "temporary-secret" | "monitoring-signal";
            subject: components["schemas"]["WorkSubjectDto"];
            /** @description One sentence. It names ids, no patient and nobody by name */
            says: string;
            /** Format: date-time */
            since: string | null;
            clock: components["schemas"]["WorkClockDto"];
            /**
             * @description The rule that asks for it, or "house policy"
             * @example 21 CFR 1301.76(b)
             */
            basis: string;
            /**
             * @description `mine`: the asking person can act on it; `site`: others can, and they must know of it
             * @enum {string}
             */
            whose: "mine" | "site";
            /** @description Any of these rights will do */
            rights: ("administer" | "approve-correction" | "breakage" | "close-out" | "correct" | "count" | "close-day" | "close-discrepancy" | "disclose" | "discrepancy" | "dispose" | "draw" | "hand-off" | "hand-over" | "inventory" | "loss" | "manage-people" | "manage-policy" | "manage-products" | "manage-sites" | "manage-suppliers" | "move" | "order" | "prepare" | "quarantine" | "read-journal" | "read-patients" | "read-register" | "receive" | "reconcile" | "release" | "report" | "review" | "return-to-stock" | "sign-reconciliation" | "verify-receipt" | "waste" | "witness")[];
            /** @description Where it is theirs alone: the holder of a draw, the owner of a discrepancy */
            persons: string[];
            /**
             * @description Address of the site that takes the act; null where none of one kind does
             * @example countersignatures
             */
            door: string | null;
        };
        WorkListDto: {
            /**
             * Format: date-time
             * @description The instant that the clocks were read at
             */
            at: string;
            totals: components["schemas"]["WorkTotalsDto"];
            /** @description The most pressing first */
            items: components["schemas"]["WorkItemDto"][];
        };
        WorkSubjectDto: {
            /** @enum {string} */
            type: "line" | "draw" | "bag" | "order" | "location" | "case" | "loss" | "container" | "stock" | "day" | "site" | "supplier" | "person" | "month";
            /** @example 41-3 */
            id: string;
        };
        WorkTotalsDto: {
            overdue: number;
            today: number;
            soon: number;
            open: number;
            /** @description Those that the asking person can act on, of all urgencies */
            mine: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    Jobs_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
                /** @description How they ended; `failed` if left out */
                state?: "failed" | "cancelled" | "done" | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Jobs that have ended, the newest end first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Jobs_again: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the job */
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Have a job tried again that failed or was cancelled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Journal_all: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole access journal, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    OrganisationEntries_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
                /** @description Which come first; the newest if left out */
                order?: "newest" | "oldest" | null;
                /** @description Only lines of this kind */
                kind?: "opened" | "policy" | "inventory" | "filing" | "receipt" | "infusion-order" | "order-close" | "draw" | "preparation" | "administration" | "waste" | "assay" | "hold" | "release-hold" | "hand-off" | "hand-over" | "return-to-stock" | "breakage" | "countersign" | "close-out" | "quarantine" | "release" | "move" | "disposal" | "disposal-returned" | "return-to-supplier" | "sample" | "weighing" | "count" | "recount" | "discrepancy" | "loss" | "correction" | "day-close" | "review" | "reconciliation" | "report-issued" | "disclosure" | "site" | "person" | "grant" | "product" | "supplier" | null;
                /** @description First business day of the lines */
                firstDay?: string | null;
                /** @description Last business day of the lines */
                lastDay?: string | null;
                /** @description Only lines of what this person did */
                person?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of the organisation’s ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    OrganisationEntries_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the line */
                line: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line of the organisation’s ledger, as it was written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationEntryDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    People_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everybody, in the order in which they joined */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    People_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPersonDto"];
            };
        };
        responses: {
            /** @description Add a person */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedPersonDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    People_grant: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the person */
                person: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantRequestDto"];
            };
        };
        responses: {
            /** @description Say what a person may do at a site, or for the organisation */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedPersonDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Products_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All approved and withdrawn products */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductRecordDto"][];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Products_approve: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductDto"];
            };
        };
        responses: {
            /** @description Approve a product */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Products_catalogue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Facts of real packages, each with its source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueEntryDto"][];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Sessions_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in, and until when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Sessions_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            /** @description Sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Sessions_close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Sessions_prove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofDto"];
            };
        };
        responses: {
            /** @description Prove again who one is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Sessions_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSecretsDto"];
            };
        };
        responses: {
            /** @description Choose a new password, and a PIN */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Setup_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether this deployment is set up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupStateDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Setup_run: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupDto"];
            };
        };
        responses: {
            /** @description Set the deployment up: organisation, first person, first site */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupDoneDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Sites_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sites at which the person has any right, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SitesDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Sites_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SiteRequestDto"];
            };
        };
        responses: {
            /** @description Add a site and open its ledger */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedSiteDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Administrations_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdministrationDto"];
            };
        };
        responses: {
            /** @description Record what was given */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfusionActDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Stock_balances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Balances of each audit item */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BalancesDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Breakages_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakageDto"];
            };
        };
        responses: {
            /** @description Record a breakage */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Evidence_checkpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed head over every line recorded so far */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    CloseOuts_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseOutDto"];
            };
        };
        responses: {
            /** @description Close a container out */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Stock_containers: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
                /** @description Only containers in this state */
                status?: "sealed" | "open" | "closed" | null;
                /** @description Only of this audit item */
                item?: string | null;
                /** @description Only at this storage location */
                location?: string | null;
                /** @description Only what is in quarantine, or only what is not */
                quarantined?: "yes" | "no" | null;
                /** @description Only of this lot */
                lot?: string | null;
                /** @description Only what is on hand and expires on this day or before */
                expiresUntil?: string | null;
                /** @description Only what is open and may be used until this time at the latest */
                beyondUseUntil?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Containers, in the order of their ids */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Stock_container: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the container, as on its label */
                container: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A container from its receipt to its end */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeContainerDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Stock_story: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the container, as on its label */
                container: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every line that tells of a container, from its receipt to its end */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerStoryDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Corrections_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionDto"];
            };
        };
        responses: {
            /** @description Correct a line */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Counts_begin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CountDto"];
            };
        };
        responses: {
            /** @description Begin a count of a storage location, or count a recorded one again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunningCountDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    CountsDue_due: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Scheduled counts: due, overdue and missed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountsDueDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Counts_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Counts of storage locations that are running */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunningCountsDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Counts_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the running count */
                count: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A running count as it stands for the asking person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunningCountDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Counts_handIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the running count */
                count: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FiguresDto"];
            };
        };
        responses: {
            /** @description Hand in what one of two people found who count apart */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunningCountDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Counts_tally: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the running count */
                count: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TallyDto"];
            };
        };
        responses: {
            /** @description Hand in what was counted */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TallyAnswerDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Custody_now: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who holds what now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustodyDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Days_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed days, the earliest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosedDayPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Days_close: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DayCloseDto"];
            };
        };
        responses: {
            /** @description Close a business day */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Days_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The business day: 2026-11-22 */
                date: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether a day can be closed, and what stands in the way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayStandingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Disclosures_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Disclosures, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisclosurePageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Disclosures_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisclosureDto"];
            };
        };
        responses: {
            /** @description Record that issued documents were handed to somebody outside */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Discrepancies_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All discrepancies, by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscrepancyPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Discrepancies_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiscrepancyDto"];
            };
        };
        responses: {
            /** @description Assign, note or close */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Discrepancies_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the discrepancy */
                case: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A discrepancy as it stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscrepancyStandingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Discrepancies_explanations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the discrepancy */
                case: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Single mistakes since the last agreed count that would explain it, with the arithmetic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExplanationsDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Discrepancies_timeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the discrepancy */
                case: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case file: counts, steps, notes and signatures in their order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseTimelineDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Disposals_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisposalDto"];
            };
        };
        responses: {
            /** @description Dispose of stock */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Draws_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Entries that drew, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Draws_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DrawDto"];
            };
        };
        responses: {
            /** @description Record a draw */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DrawEntryDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Entries_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
                /** @description Which come first; the newest if left out */
                order?: "newest" | "oldest" | null;
                /** @description Only lines of this kind */
                kind?: "opened" | "policy" | "inventory" | "filing" | "receipt" | "infusion-order" | "order-close" | "draw" | "preparation" | "administration" | "waste" | "assay" | "hold" | "release-hold" | "hand-off" | "hand-over" | "return-to-stock" | "breakage" | "countersign" | "close-out" | "quarantine" | "release" | "move" | "disposal" | "disposal-returned" | "return-to-supplier" | "sample" | "weighing" | "count" | "recount" | "discrepancy" | "loss" | "correction" | "day-close" | "review" | "reconciliation" | "report-issued" | "disclosure" | "site" | "person" | "grant" | "product" | "supplier" | null;
                /** @description First business day of the lines */
                firstDay?: string | null;
                /** @description Last business day of the lines */
                lastDay?: string | null;
                /** @description Only lines of what this person did */
                person?: string | null;
                /** @description Only lines that moved some of this audit item, as balances name it */
                item?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines of the ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Entries_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the line */
                line: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line, with what later lines said of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeEntryDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Evidence_proof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the line */
                line: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof of a line with the checkpoint that it leads to, in one text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Events_stream: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of the sizes of the site’s ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Files_upload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Upload a file */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFileDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    HandOffs_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOffDto"];
            };
        };
        responses: {
            /** @description Hand drawn drug to another person */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    HandOvers_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverDto"];
            };
        };
        responses: {
            /** @description Record what left with a patient */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfusionActDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Holds_seal: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldDto"];
            };
        };
        responses: {
            /** @description Seal residue in a numbered bag */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfusionActDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Holds_open: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpeningDto"];
            };
        };
        responses: {
            /** @description Open a sealed bag before a witness */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfusionActDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    InfusionOrders_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
                /** @description Planned for this day, or ordered on it where no day was planned */
                date?: string | null;
                /** @description Only of this patient */
                patient?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Infusions of a day or of a patient, and where each stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    InfusionOrders_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InfusionOrderDto"];
            };
        };
        responses: {
            /** @description Record an order */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    InfusionOrders_close: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClosingDto"];
            };
        };
        responses: {
            /** @description Close an infusion that adds up */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfusionActDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Stock_order: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the order: its line */
                order: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An order, and what became of everything that was drawn for it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStateDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    InventorySheets_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Inventories of the site, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Inventories_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryDto"];
            };
        };
        responses: {
            /** @description Record the first inventory */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MintingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    InventorySheets_due: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description When the next inventory of everything is due */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InventoryDueDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RunningInventories_begin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginInventoryDto"];
            };
        };
        responses: {
            /** @description Begin an inventory of the site */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunningInventoryDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RunningInventories_show: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the running inventory */
                inventory: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A running inventory: what to count, and never how much there should be */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunningInventoryDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    RunningInventories_tally: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the running inventory */
                inventory: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InventoryTallyDto"];
            };
        };
        responses: {
            /** @description Hand in what was counted for an inventory */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TallyAnswerDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    SignedCopies_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilingDto"];
            };
        };
        responses: {
            /** @description File the signed copy of an inventory */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Journal_ofSite: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
                /** @description Only lines of this person: what they were shown and asked for */
                person?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the access journal says about one site, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JournalPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Evidence_vkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The key that verifies the checkpoints of this ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Losses_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All losses, by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LossPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Losses_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LossDto"];
            };
        };
        responses: {
            /** @description Record a step: suspicion, discovery, determination, notice, Form 106, or what was found again */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LossEntryDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Losses_clocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the loss */
                loss: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is due when, and how that was computed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClocksDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Monitoring_look: {
        parameters: {
            query?: {
                /** @description How many months back to look, up to 24; 12 if left out */
                months?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What in-tolerance differences add up to, by person, container and month */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MonitoringDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Moves_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveDto"];
            };
        };
        responses: {
            /** @description Move containers to another storage location */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Notes_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One’s own notes, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotePageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Notes_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNoteDto"];
            };
        };
        responses: {
            /** @description Note something for oneself */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Patients_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Patients by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Patients_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientDto"];
            };
        };
        responses: {
            /** @description Add a patient */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientRecordDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Patients_search: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientSearchDto"];
            };
        };
        responses: {
            /** @description Patients whose name contains a text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Patients_one: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the patient */
                patient: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One patient */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientRecordDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Patients_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the patient */
                patient: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientChangeDto"];
            };
        };
        responses: {
            /** @description Change a patient record */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientRecordDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Policies_standing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy in force, those that are coming, and those that were */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyStandingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Policies_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyDto"];
            };
        };
        responses: {
            /** @description Publish a policy */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Sites_premises: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description State licenses, who holds keys and codes, and where older records lie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PremisesDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Preparations_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreparationDto"];
            };
        };
        responses: {
            /** @description Record a prepared bag or syringe */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Evidence_consistency: {
        parameters: {
            query: {
                /** @description Size of the smaller tree */
                from: string;
                /** @description Size of the larger tree */
                to: string;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof that the ledger of one size begins with that of another */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsistencyDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Quarantines_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuarantineDto"];
            };
        };
        responses: {
            /** @description Set containers apart */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Receipts_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiptDto"];
            };
        };
        responses: {
            /** @description Record a delivery */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MintingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reconciliations_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed charts, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciledPeriodPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reconciliations_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationDto"];
            };
        };
        responses: {
            /** @description Sign a chart */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reconciliations_chart: {
        parameters: {
            query: {
                /** @description Audit item */
                item: string;
                /** @description Lines of the counts at the beginning, or of one inventory */
                beginning: string;
                /** @description Lines of the counts at the end, or of one inventory */
                closing: string;
                /** @description Whether the period holds what happened in it, or what was recorded in it; `event` if left out */
                by?: "event" | "recorded" | null;
                /** @description Size of the ledger to draw from; all of it if left out */
                knownAt?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The computation chart of an audit item between any two counts or inventories */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChartDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Releases_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseDto"];
            };
        };
        responses: {
            /** @description Take containers back into use */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reminders_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All targets, and whether they are reached */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderTargetsDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reminders_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderTargetDto"];
            };
        };
        responses: {
            /** @description Add a target */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewReminderTargetDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reminders_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the target */
                target: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderTargetSettingsDto"];
            };
        };
        responses: {
            /** @description Change of what a target is reminded, and when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderTargetRecordDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reminders_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the target */
                target: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remind a target no more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reminders_renew: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the target */
                target: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give a webhook a new secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderSecretDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reminders_try: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the target */
                target: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Send a target a message without any work in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderTrialDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reports_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which documents can be printed, in which forms, and what each is about */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintableListDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Issues_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Issued documents, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuePageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Issues_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueDto"];
            };
        };
        responses: {
            /** @description Issue a document: record what it is with the hash of its file */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Issues_since: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description The line that issued it */
                line: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Why an issued document would be another one today */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SincePageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    PrintJobs_ask: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrintDto"];
            };
        };
        responses: {
            /** @description Have a document printed meanwhile */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintJobDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    PrintJobs_askPage: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PageCheckQueryDto"];
            };
        };
        responses: {
            /** @description Have a page on paper held against the ledger meanwhile */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintJobDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    PrintJobs_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the job: only who asked for it finds it */
                job: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintJobDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    PrintJobs_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the job: only who asked for it finds it */
                job: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrintJobDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    PrintJobs_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the job: only who asked for it finds it */
                job: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is, told as it goes on (server-sent events) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    PrintJobs_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the job: only who asked for it finds it */
                job: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The printed document, for a day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    PrintJobs_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the job: only who asked for it finds it */
                job: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a job says of its page, for a day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageCheckDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reports_pageCheck: {
        parameters: {
            query: {
                /** @description What the QR code of the page holds */
                code: string;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether a page on paper is what the ledger prints */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageCheckDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Returns_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnDto"];
            };
        };
        responses: {
            /** @description Return sealed containers to stock */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    ReturnsToSupplier_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnToSupplierDto"];
            };
        };
        responses: {
            /** @description Return stock to its supplier */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reviews_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed ranges, the newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedRangePageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Reviews_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewDto"];
            };
        };
        responses: {
            /** @description Sign a range of lines, and the closed days in it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Samples_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SampleDto"];
            };
        };
        responses: {
            /** @description Record drug that an authority took, or that went for assay */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovingDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Signatures_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignatureRequestDto"];
            };
        };
        responses: {
            /** @description Ask a second person to sign an act before it is recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChallengeDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Signatures_sign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the signature */
                signature: string;
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProofDto"];
            };
        };
        responses: {
            /** @description Sign, by the password or PIN of the person who was asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Trends_sums: {
        parameters: {
            query?: {
                /** @description How many months to look at, this one included, up to 24; 12 if left out */
                months?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Monthly sums of draws, waste, overfill, hub loss and unexplained, by audit item and person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendsDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Trends_lines: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
                /** @description Audit item */
                item: string;
                /** @description Which figure */
                figure: "drawn" | "wasted" | "overfill" | "hub-loss" | "unexplained";
                /** @description The month, at most 24 months back */
                month: string;
                /** @description Only what is of this person */
                person?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines behind one month of one figure */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendLinePageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Wasted_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string | null;
                /** @description Most items of the page, up to 200; 50 if left out */
                limit?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Wastes, newest first, with the minutes from draw to waste and from waste to witness */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WastedPageDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Waste_record: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WasteDto"];
            };
        };
        responses: {
            /** @description Record waste */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InfusionActDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    WorkList_list: {
        parameters: {
            query?: {
                /** @description `mine`: only what the asking person can act on; everything they must know of if left out */
                whose?: string | null;
            };
            header?: never;
            path: {
                /** @description Id of the site: 12 letters and digits */
                site: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything due, overdue, open, unsigned or expiring that the asking person can act on or must know of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkListDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Suppliers_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All suppliers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierRecordDto"][];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
    Suppliers_add: {
        parameters: {
            query?: never;
            header: {
                /** @description A UUID made before the first try; the id of the entry, where one is recorded */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplierDto"];
            };
        };
        responses: {
            /** @description Add a supplier */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedDto"];
                };
            };
            /** @description Refused: the document says why and what to do */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
            /** @description Failed: repeat the request with the same key */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDto"];
                };
            };
        };
    };
}
