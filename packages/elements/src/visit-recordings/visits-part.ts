import type { NoteSummary, VisitClient } from '@visitkit/sdk'
import type { MoreTexts } from '../chart/chart-part.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { VisitThreadsPart } from '../visit-threads/visit-threads-part.ts'
import { VisitRecordingsPart } from './visit-recordings-part.ts'

/** What was written and recorded in the calls of a patient's visits, in the record of the patient and in the chart. */
export class VisitsPart {
  readonly #threads: VisitThreadsPart
  readonly #recordings: VisitRecordingsPart
  /** The visit of the chart. */
  #visitId: string | undefined

  constructor(host: VisitElement, more: () => MoreTexts) {
    this.#threads = new VisitThreadsPart(host, more)
    this.#recordings = new VisitRecordingsPart(host, more)
  }

  reset(): void {
    this.#threads.reset()
    this.#recordings.reset()
  }

  /** In the record. */
  follow(client: VisitClient, patientId: string, signal: AbortSignal): void {
    this.#threads.follow(client, patientId, signal)
    this.#recordings.follow(client, patientId, signal)
  }

  /** In the chart. */
  followVisit(client: VisitClient, patientId: string, visitId: string | undefined, signal: AbortSignal): void {
    this.#visitId = visitId
    this.#threads.follow(client, patientId, signal)
    this.#recordings.followVisit(client, patientId, visitId, signal)
  }

  /** A note of the chart was opened, or closed. What was recorded of the chart's own visit is shown already. */
  noteToggled({ visitId }: NoteSummary, { openId }: { readonly openId: string | null }): void {
    this.#recordings.lookAt(openId !== null && visitId !== this.#visitId ? visitId : null)
  }

  /** Below the note that is open. */
  ofNote(): unknown {
    return this.#recordings.ofNote()
  }

  view(): unknown {
    return [this.#threads.view(), this.#recordings.view()]
  }
}
