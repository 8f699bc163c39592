import type { EventData } from '../../../../platform/contracts/event.ts'
import { nothingToDo, onEvents } from '../../../../platform/contracts/reaction.ts'
import { appointmentConsentDecided } from '../../events.ts'
import { listAppointmentsNeedingConsent } from '../../kernel/store/appointments.ts'
import type { SchedulingPorts } from '../../ports.ts'

/** Whether a consent is refused now and was not, or the other way. A grant that is withdrawn is an event of its own. */
const isChanged = ({ decision, before }: EventData['consent.consent-decided']): boolean =>
  decision === 'granted' ? before === 'declined' || before === 'revoked' : before === null

/** The clinic sees which appointments lack a consent: what the patient decides before the visit changes what its pages show. */
export const onConsentDecidedUpdateAppointments = onEvents<SchedulingPorts>()(
  ['consent.consent-decided'],
  'scheduling.update-appointments-on-consent-decided',
  {
    gather: async (page, _, { db, now }) => {
      const changed = page.filter(({ data }) => isChanged(data))
      if (changed.length === 0) return nothingToDo
      return new Map(
        await Promise.all(
          changed.map(
            async ({ id, data: { patientId, purpose } }) =>
              [id, await listAppointmentsNeedingConsent(db, patientId, purpose, now)] as const,
          ),
        ),
      )
    },
    decide: ({ id, data: { purpose, decision } }, appointments) => {
      const concerned = appointments.get(id) ?? []
      if (concerned.length === 0) return nothingToDo
      return {
        events: concerned.map((appointment) => appointmentConsentDecided(appointment, { purpose, decision })),
        answer: undefined,
      }
    },
  },
)
