import type { VisitClient } from '@visitkit/sdk'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'

/** What the patient wrote before a visit, as it is now; null if nothing. */
export class VisitReason extends Loader<string | null> {
  follow(client: VisitClient, visitId: string, signal: AbortSignal): void {
    const watch = client.watch(
      async (reading) => {
        const { appointmentId } = await client.together.visits.get(visitId, reading)
        return (await client.appointments.get(appointmentId, reading)).reason ?? null
      },
      { on: ['appointment.changed'], signal },
    )
    void this.run(() => followWatch(watch, (reason) => this.set(reason)))
  }
}
