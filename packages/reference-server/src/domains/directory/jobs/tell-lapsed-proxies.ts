import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { proxyEnded } from '../events.ts'
import { localDate } from '../model/local-date.ts'
import { isOver } from '../model/proxy-right.ts'
import { patientZones } from '../store/patients.ts'
import { markLapseTold, untoldLapses } from '../store/proxies.ts'

/** Where the date is ahead of every other place: who has ended anywhere has a last day before today there. */
const easternmost = 'Pacific/Kiritimati'

/**
 * Tells the other domains that a right has ended by its date, as `directory.proxy-ended`, so that sessions end at the patient's midnight.
 * The right itself needs no timer: whoever asks after midnight is refused.
 */
export const tellLapsedProxies = (
  organizationIds: () => Promise<string[]>,
  readerOf: (organizationId: string) => AnyKysely,
  run: RunForOrganization,
): DomainJob => ({
  name: 'directory.tell-lapsed-proxies',
  everySeconds: 60,
  run: async (now) => {
    for (const organizationId of await organizationIds()) {
      const db = readerOf(organizationId)
      const rights = await untoldLapses(db, localDate(now, easternmost).toString())
      const zones = await patientZones(
        db,
        rights.map(({ patientId }) => patientId),
      )
      const over = rights.filter((right) => isOver(right, zones.get(right.patientId) ?? 'UTC', now))
      for (const { id, personId, patientId } of over) {
        await run(organizationId, now, async ({ tx, emit }) => {
          if (await markLapseTold(tx, id, now)) {
            await emit(proxyEnded({ id, personId, patientId }))
          }
        })
      }
    }
  },
})
