// Every night: contacts that were sealed before they were bound to their record are sealed anew. Each batch is a transaction
// of its own; once none is left the task finds nothing, and running twice changes nothing more.

import { everywhere } from '#ground/instance/actors.ts'
import type { JobHandler } from '#ground/jobs/job.ts'
import { boundContact } from '../api/contacts.ts'
import { saveContact, unboundContacts } from '../data/queries.ts'

const atOnce = 200

const job: JobHandler = {
  cron: '30 18 * * *',
  run: async (_payload, { transaction, vault }) => {
    for (let found = atOnce; found === atOnce;) {
      found = await transaction(everywhere, async ({ db }) => {
        const rows = await unboundContacts(db, everywhere, atOnce)
        for (const row of rows) await saveContact(db, boundContact(vault, row))
        return rows.length
      })
    }
  },
}

export default job
