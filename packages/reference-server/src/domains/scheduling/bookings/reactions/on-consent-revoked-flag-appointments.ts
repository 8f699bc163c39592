import { onEvents } from '../../../../platform/contracts/reaction.ts'
import { appointmentFlagged } from '../../events.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { listAppointmentsNeedingConsent } from '../../kernel/store/appointments.ts'

/**
 * A revoked consent does not cancel the appointments that need it: the patient may agree again before the visit, and without it cannot
 * enter the room. Flags every such appointment, so that pages ask again and the clinic can call.
 */
export const onConsentRevokedFlagAppointments = onEvents<SchedulingPorts>()(
  ['consent.consent-revoked'],
  'scheduling.flag-appointments-on-consent-revoked',
  {
    gather: async (page, _, { db, now }) =>
      new Map(
        await Promise.all(
          page.map(
            async ({ id, data: { patientId, purpose } }) =>
              [id, await listAppointmentsNeedingConsent(db, patientId, purpose, now)] as const,
          ),
        ),
      ),
    decide: ({ id, data: { purpose } }, appointments) => ({
      events: (appointments.get(id) ?? []).map((appointment) =>
        appointmentFlagged(appointment, { reason: 'consent-revoked', purpose }),
      ),
      answer: undefined,
    }),
  },
)
