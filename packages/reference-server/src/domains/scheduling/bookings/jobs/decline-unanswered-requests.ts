import type { DomainJob } from '../../../../platform/contracts/domain-job.ts'
import type { Database } from '../../../../platform/contracts/database.ts'
import type { KeepForOrganization } from '../../../../platform/system/keep-for-organization.ts'
import { organizationsWith } from '../../../../platform/system/organizations-with.ts'
import type { Appointment } from '../../kernel/model/appointment.ts'
import { findAppointments, listUnansweredRequests } from '../../kernel/store/appointments.ts'
import type { SlotIndex } from '../../kernel/store/slot-index.ts'
import { declineUnanswered } from '../model/appointment-request.ts'
import { declinedChange } from '../workflows/declined-change.ts'

const batch = 100

/** Declines requests that no one has answered in time, so that the patient knows, and the time is free for others. */
export const declineUnansweredRequests = (
  organizationIds: () => Promise<readonly string[]>,
  database: Pick<Database, 'reader'>,
  keep: KeepForOrganization,
  slots: Pick<SlotIndex, 'apply'>,
): DomainJob => ({
  name: 'scheduling.decline-unanswered-requests',
  everySeconds: 60,
  run: async (now) => {
    const all = await organizationIds()
    const acrossOrganizations = database.reader({ domain: 'scheduling', organizationId: '' })
    for (const organizationId of await organizationsWith(acrossOrganizations, 'scheduling.due_requests', all, now)) {
      const db = database.reader({ domain: 'scheduling', organizationId })
      const decline = (found: Appointment): Promise<void> =>
        keep(organizationId, now, async (isRepeated) => {
          const current = isRepeated ? (await findAppointments(db, [found.id])).get(found.id) : found
          const declined = current && declineUnanswered(current, now)
          if (!declined) return { answer: undefined }
          return { ...declinedChange(slots, organizationId, current, declined), answer: undefined }
        })
      let unanswered: readonly Appointment[]
      do {
        unanswered = await listUnansweredRequests(db, now, batch)
        await Promise.all(unanswered.map(decline))
      } while (unanswered.length === batch)
    }
  },
})
