import type { Me, VisitClient } from '@visitkit/sdk'
import type { AlertsPart } from '../alerts/alerts-part.ts'
import { moveFocus } from '../core/focus.ts'
import { loadModule } from '../core/load-module.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { SpokenDecisionPart } from '../spoken-decision/spoken-decision-part.ts'
import type { EmergencyAdmissionPart } from './emergency-admission-part.ts'
import type { CoversPart } from './covers-part.ts'
import type { QueueDayPart } from './queue-day-part.ts'

/** What is loaded once the queue is shown. If one of them cannot be loaded, the queue is shown without it. */
export class QueueParts {
  readonly #host: VisitElement
  /** The emergency alerts that the reader may see, those of other practitioners' patients too. */
  alerts: AlertsPart | null = null
  covers: CoversPart | null = null
  day: QueueDayPart | null = null
  /** Only for clinicians who may admit in an emergency. */
  emergency: EmergencyAdmissionPart | null = null
  /** Only for those who may record what a patient says about a consent. */
  spoken: SpokenDecisionPart | null = null
  /** Whether it is another practitioner's queue. */
  isColleagues = false

  readonly #admitted: (visitId: string) => void
  readonly #recorded: () => void

  /** @param recorded - A spoken decision was recorded: read the queue again. */
  constructor(host: VisitElement, admitted: (visitId: string) => void, recorded: () => void) {
    this.#host = host
    this.#admitted = admitted
    this.#recorded = recorded
  }

  clear(): void {
    for (const part of [this.alerts, this.covers, this.day, this.emergency, this.spoken]) part?.clear()
    this.alerts = this.covers = this.day = this.emergency = this.spoken = null
  }

  async follow(client: VisitClient, me: Me, practitionerId: string, signal: AbortSignal): Promise<void> {
    const host = this.#host
    this.isColleagues = me.practitionerId !== practitionerId
    const may = (permission: string): boolean => me.permissions.includes(permission)
    const [alerts, covers, day, emergency, spoken] = await Promise.all([
      may('alert:read') ? load(import('../alerts/alerts-part.ts')) : null,
      may('cover:read') ? load(import('./covers-part.ts')) : null,
      load(import('./queue-day-part.ts')),
      may('visit:admit-in-emergency') ? load(import('./emergency-admission-part.ts')) : null,
      may('consent:decide') ? load(import('../spoken-decision/spoken-decision-part.ts')) : null,
    ])
    if (signal.aborted) return
    this.clear()
    const loaded = {
      alerts: alerts && new alerts.AlertsPart(host, client, me),
      covers: covers && new covers.CoversPart(host, client, me),
      day: day && new day.QueueDayPart(host, client, practitionerId, signal),
      emergency: emergency && new emergency.EmergencyAdmissionPart(host, client, this.#admitted),
      spoken:
        spoken &&
        new spoken.SpokenDecisionPart(host, {
          client: () => client,
          recorded: this.#recorded,
          closed: () => void moveFocus(host, '#heading'),
        }),
    }
    // The texts in the person's language.
    await host.language.ready
    if (signal.aborted) return
    Object.assign(this, loaded)
    loaded.alerts?.follow(signal)
    loaded.covers?.follow(practitionerId, signal)
    host.requestUpdate()
  }
}

const load = <Module>(module: Promise<Module>): Promise<Module | null> => loadModule(module).catch(() => null)
