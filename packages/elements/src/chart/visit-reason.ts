import type { Appointment, VisitClient } from '@visitkit/sdk'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'

/** What a clinician has to know of a visit: what the patient wrote before it, and who may not learn of it. */
export type AboutVisit = Pick<Appointment, 'reason' | 'sensitivity' | 'consentedByMinor'>

/** Kept current. */
export class VisitReason extends Loader<AboutVisit> {
  follow(client: VisitClient, visitId: string, signal: AbortSignal): void {
    const watch = client.watch(
      async (reading) => {
        const { appointmentId } = await client.together.visits.get(visitId, reading)
        return client.appointments.get(appointmentId, reading)
      },
      { on: ['appointment.changed'], signal },
    )
    void this.run(() => followWatch(watch, (appointment) => this.set(appointment)))
  }
}
