import type { AlertState, IntakeAlert, VisitClient } from '@visitkit/sdk'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { alertProgress, type AlertProgress } from './alert-progress.ts'

/** Follows what happens at the clinic to the alerts of one appointment. Reads nothing before there is one. */
export class AlertWatch {
  readonly #alerts: Loader<readonly AlertState[]>
  #start: (() => Promise<readonly AlertState[]>) | undefined

  constructor(host: VisitElement) {
    this.#alerts = new Loader(host)
  }

  begin(client: VisitClient, appointmentId: string, signal: AbortSignal): void {
    this.reset()
    this.#start = () => {
      const watch = client.watch(async (reading) => (await client.alerts.ofAppointment(appointmentId, reading)).items, {
        on: ['alert.changed'],
        ids: { appointmentId },
        signal,
      })
      return followWatch(watch, (alerts) => this.#alerts.set(alerts))
    }
  }

  follow(): void {
    if (this.#start && this.#alerts.now.state === 'idle') void this.#alerts.run(this.#start)
  }

  reset(): void {
    this.#start = undefined
    this.#alerts.reset()
  }

  progress(codes: readonly IntakeAlert[], isSaved: boolean): AlertProgress {
    return alertProgress(codes, isSaved, this.#alerts.value ?? [])
  }
}
