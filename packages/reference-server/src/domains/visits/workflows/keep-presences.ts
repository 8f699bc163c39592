import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import type { PresenceRecord } from '../store/presence-registry.ts'
import { listPresent, writePresences } from '../store/presences.ts'
import { gatherPresenceEvents } from './gather-presence-events.ts'

/** Stores who was seen, and notifies of those who were absent before. */
export const createKeepPresences =
  (readerOf: (organizationId: string) => AnyKysely, keep: KeepForOrganization) =>
  (organizationId: string, records: readonly PresenceRecord[]): Promise<void> =>
    keep(organizationId, latest(records), async () => {
      const db = readerOf(organizationId)
      const present = await listPresent(
        db,
        records.map(({ id }) => id),
      )
      const arrived = records.filter(({ id }) => !present.has(id))
      const eventsOf = await gatherPresenceEvents(db, arrived)
      return { writes: writePresences(records, present), events: arrived.flatMap(eventsOf), answer: undefined }
    })

const latest = (records: readonly { readonly at: Date }[]): Date =>
  new Date(Math.max(...records.map(({ at }) => at.getTime())))
