import { onEvents } from '../../../platform/contracts/reaction.ts'
import { appointmentFlagged } from '../events.ts'
import type { SchedulingPorts } from '../ports.ts'
import { listAppointmentsNeedingConsent } from '../store/appointments.ts'

/**
 * A revoked consent does not cancel the appointments that need it: the patient may agree again before the visit, and without it cannot
 * enter the room. Flags every such appointment, so that pages ask again and the clinic can call.
 */
export const onConsentRevokedFlagAppointments = onEvents<SchedulingPorts>()(
  ['consent.consent-revoked'],
  'scheduling.flag-appointments-on-consent-revoked',
  {
    keep: async (page, _, { tx, now, emit }) => {
      for (const { data } of page)
        for (const appointment of await listAppointmentsNeedingConsent(tx, data.patientId, data.purpose, now))
          await emit(appointmentFlagged(appointment, 'consent-revoked', data.purpose))
    },
  },
)
