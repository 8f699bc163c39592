import type { VisitClient } from '@visitkit/sdk'
import { dayKey } from '../../core/format.ts'
import type { Problem } from '../../core/problem.ts'
import type { VisitElement } from '../../core/visit-element.ts'
import type { TimeChoice } from '../../time-choice/time-choice.ts'
import { instantAt } from '../schedule-days.ts'
import { isLiftable, type LiftableRule, type LiftedRule } from './lifted-rule.ts'

/** The shortest reason that the contract accepts. */
const SHORTEST_REASON = 3

/** What a hold of a typed time needs. */
export interface TypedVisit {
  readonly visitTypeId: string
  readonly patientId: string
  readonly language: string
  /** Null: anyone. A rule is lifted for someone. */
  readonly practitionerId: string | null
}

/** A time that staff type, without rendering. A refusal can be overridden with a reason, if it is a rule and not another visit. */
export class TypedTime {
  day = ''
  /** `HH:MM` */
  clock = ''
  reason = ''
  /** Why the typed time was refused. */
  refusal: Problem | null = null
  missing: 'time' | 'reason' | 'practitioner' | null = null
  lifted: LiftedRule | null = null
  /** Any practitioner was searched: the one for whom the rule is lifted is named here. */
  namesPractitioner = false
  readonly #host: VisitElement
  readonly #time: TimeChoice

  constructor(host: VisitElement, time: TimeChoice) {
    this.#host = host
    this.#time = time
  }

  /** Begins at an instant, e.g. the time that was refused in the list. */
  begin(instant: string): void {
    const { zone } = this.#host.format
    this.day = dayKey(instant, zone)
    this.clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(new Date(instant))
    this.#forget()
  }

  set(changed: { readonly day?: string; readonly clock?: string }): void {
    Object.assign(this, changed)
    this.#forget()
    this.#host.requestUpdate()
  }

  /** The rule against the typed time; null if there is none, or it cannot be lifted. */
  get rule(): LiftableRule | null {
    const code = this.refusal?.code ?? ''
    return isLiftable(code) ? code : null
  }

  get isBusy(): boolean {
    return this.#time.hold.placing !== null
  }

  /** Holds the typed time within the rules. */
  async hold(client: VisitClient, visit: TypedVisit): Promise<boolean> {
    this.missing = this.day && this.clock ? null : 'time'
    this.reason = ''
    this.#host.requestUpdate()
    return this.missing === null && this.#place(client, visit, this.start)
  }

  /** Holds the typed time outside the rules. The reason is kept with the visit. */
  async holdAnyway(client: VisitClient, visit: TypedVisit): Promise<boolean> {
    const { rule } = this
    const reason = this.reason.trim()
    this.missing = visit.practitionerId === null ? 'practitioner' : reason.length < SHORTEST_REASON ? 'reason' : null
    this.#host.requestUpdate()
    if (this.missing !== null || rule === null) return false
    const isHeld = await this.#place(client, visit, this.start, reason)
    const holdId = this.#time.hold.hold?.id
    if (isHeld && holdId) this.lifted = { holdId, code: rule, reason }
    return isHeld
  }

  /** The reason why the held time is outside the rules. */
  liftedFor(holdId: string | undefined): LiftedRule | null {
    return this.lifted !== null && this.lifted.holdId === holdId ? this.lifted : null
  }

  get start(): string {
    const [hours = 0, minutes = 0] = this.clock.split(':').map(Number)
    return instantAt(this.day, hours * 60 + minutes, this.#host.format.zone)
  }

  reset(): void {
    this.day = ''
    this.clock = ''
    this.lifted = null
    this.#forget()
  }

  async #place(client: VisitClient, visit: TypedVisit, start: string, reason?: string): Promise<boolean> {
    const { visitTypeId, patientId, practitionerId, language } = visit
    const { hold } = this.#time
    this.#time.onChoose()
    const isHeld = await hold.place(client, {
      ...{ visitTypeId, patientId, start },
      ...(practitionerId ? { practitionerId } : {}),
      ...(language ? { language } : {}),
      ...(reason ? { override: { reason } } : {}),
    })
    // It is shown where the time was typed, and not above the times to choose from.
    this.refusal = isHeld ? null : hold.problem
    if (!isHeld) hold.clearProblem()
    return isHeld
  }

  #forget(): void {
    this.reason = ''
    this.refusal = null
    this.missing = null
    this.namesPractitioner = false
  }
}
