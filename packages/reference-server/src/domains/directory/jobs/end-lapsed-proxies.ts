import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { RunForOrganization } from '../../../platform/system/run-for-organization.ts'
import { organizationsWith } from '../../../platform/system/organizations-with.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { proxyEnded } from '../events.ts'
import { localDate } from '../model/local-date.ts'
import { isOver } from '../model/proxy-right.ts'
import { listPatientZones } from '../store/patients.ts'
import { lockRight, updateLapseReported, listUnreportedLapses } from '../store/proxies.ts'
import { releaseUnusedLogin } from '../workflows/release-unused-login.ts'
import { revokeInvitations } from '../workflows/revoke-invitations.ts'

/** The zone that is furthest ahead: a right that has ended in any zone has a last day before today in this one. */
const zoneFurthestAhead = 'Pacific/Kiritimati'

/**
 * Emits `directory.proxy-ended` for rights whose last day has passed, so that sessions end at the patient's midnight. Access does not
 * depend on this job: a request after midnight is refused anyway. Unlinks the sign-in of a person whose last right has ended, and withdraws
 * invitations to rights that were not accepted in time.
 */
export const endLapsedProxies = (
  organizationIds: () => Promise<string[]>,
  readerOf: (organizationId: string) => AnyKysely,
  run: RunForOrganization,
): DomainJob => ({
  name: 'directory.end-lapsed-proxies',
  everySeconds: 60,
  run: async (now) => {
    const found = await organizationsWith(readerOf(''), 'directory.lapsed_proxies', await organizationIds(), now)
    for (const organizationId of found) {
      const db = readerOf(organizationId)
      const rights = await listUnreportedLapses(db, localDate(now, zoneFurthestAhead).toString())
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
