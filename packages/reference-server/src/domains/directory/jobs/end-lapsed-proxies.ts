import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { proxyEnded } from '../events.ts'
import { localDate } from '../model/local-date.ts'
import { isOver } from '../model/proxy-right.ts'
import { listPatientZones } from '../store/patients.ts'
import { lockRight, updateLapseReported, listUnreportedLapses } from '../store/proxies.ts'
import { releaseUnusedLogin } from '../workflows/release-unused-login.ts'
import { revokeInvitations } from '../workflows/revoke-invitations.ts'

/** Where the date is ahead of every other place: who has ended anywhere has a last day before today there. */
const easternmost = 'Pacific/Kiritimati'

/**
 * Tells the other domains that a right has ended by its date, as `directory.proxy-ended`, so that sessions end at the patient's midnight.
 * The right itself needs no timer: a request after midnight is refused. The sign-in of a person whose last right has ended is unlinked, and
 * an invitation to a right that no one accepted in time is withdrawn.
 */
export const endLapsedProxies = (
  organizationIds: () => Promise<string[]>,
  readerOf: (organizationId: string) => AnyKysely,
  run: RunForOrganization,
): DomainJob => ({
  name: 'directory.end-lapsed-proxies',
  everySeconds: 60,
  run: async (now) => {
    for (const organizationId of await organizationIds()) {
      const db = readerOf(organizationId)
      const rights = await listUnreportedLapses(db, localDate(now, easternmost).toString())
      const zones = await listPatientZones(
        db,
        rights.map(({ patientId }) => patientId),
      )
      const over = rights.filter((right) => isOver(right, zones.get(right.patientId) ?? 'UTC', now))
      for (const { id } of over) {
        await run(organizationId, now, async (context) => {
          // Read again under the lock: it may have been accepted or ended since.
          const right = await lockRight(context.tx, id)
          if (right === null || right.endedAt !== null || !(await updateLapseReported(context.tx, id, now))) return
          if (right.personId === null) await revokeInvitations(context, id)
          else await releaseUnusedLogin(context, right.personId)
          await context.emit(proxyEnded(right))
        })
      }
    }
  },
})
