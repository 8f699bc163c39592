import type { AddedTimeOff, AppointmentHandling, TimeOffReason, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { AffectedVisits, type Affected } from './affected-visits.ts'
import { rangeOn, wallRange, withRange, type DayRange } from './day-range.ts'

/** What the person enters. */
export interface AwayFields extends DayRange {
  readonly reason: TimeOffReason
  readonly handling: AppointmentHandling
}

const fieldsOn = (day: string): AwayFields => ({ ...rangeOn(day), reason: 'vacation', handling: 'flag' })

/** Adds time off, without rendering. What it does to booked visits is seen before it is saved. */
export class AwayFlow {
  readonly affected: AffectedVisits
  readonly saving: Loader<AddedTimeOff>
  fields: AwayFields = fieldsOn('')
  /** Whether the person asked for a range that ends before it begins. */
  isRangeFaulty = false
  readonly #host: VisitElement
  readonly #keys = new IdempotencyKeys()

  constructor(host: VisitElement) {
    this.#host = host
    this.affected = new AffectedVisits(host)
    this.saving = new Loader(host)
  }

  begin(day: string): void {
    this.affected.reset()
    this.saving.reset()
    this.isRangeFaulty = false
    this.fields = fieldsOn(day)
  }

  /** Other times affect other visits. */
  set(changed: Partial<AwayFields>): void {
    if (!('reason' in changed)) this.affected.reset()
    this.fields = { ...withRange(this.fields, changed), ...changed }
    this.isRangeFaulty = false
    this.saving.reset()
    this.#host.requestUpdate()
  }

  /** Another handling can affect other visits: the list stays until they are known. */
  choose(handling: AppointmentHandling): void {
    this.fields = { ...this.fields, handling }
    this.saving.reset()
  }

  async preview(client: VisitClient, practitionerId: string): Promise<Affected | undefined> {
    const range = wallRange(this.fields)
    this.isRangeFaulty = range === null
    this.#host.requestUpdate()
    if (!range) return undefined
    return this.affected.preview(client, { timeOff: { practitionerId, ...range, appointments: this.fields.handling } })
  }

  /** Saves what was seen. When more visits are affected in the meantime, they are shown and nothing is saved. */
  async save(client: VisitClient, practitionerId: string): Promise<AddedTimeOff | undefined> {
    const range = wallRange(this.fields)
    if (!range || this.saving.busy) return undefined
    const { reason, handling } = this.fields
    const body = { ...range, reason, appointments: handling, affected: this.affected.count }
    const added = await this.saving.run((signal) =>
      client.timeOff.add(practitionerId, body, { signal, ...this.#keys.for(practitionerId, body) }),
    )
    if (this.saving.problem?.code === 'appointments_affected') await this.preview(client, practitionerId)
    return added
  }
}
