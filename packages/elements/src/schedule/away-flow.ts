import type { AddedTimeOff, AppointmentHandling, TimeOffReason, VisitClient } from '@visitkit/sdk'
import { addDays } from '../core/format.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { AffectedVisits, type Affected } from './affected-visits.ts'

/** What the person enters. */
export interface AwayFields {
  readonly firstDay: string
  readonly lastDay: string
  /** Of the first day only. */
  readonly isPart: boolean
  readonly from: string
  readonly to: string
  readonly reason: TimeOffReason
  readonly handling: AppointmentHandling
}

const fieldsOn = (day: string): AwayFields => ({
  ...{ firstDay: day, lastDay: day, isPart: false, from: '09:00', to: '12:00' },
  ...{ reason: 'vacation', handling: 'flag' },
})

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
    if (changed.firstDay && changed.firstDay > this.fields.lastDay)
      this.fields = { ...this.fields, lastDay: changed.firstDay }
    this.fields = { ...this.fields, ...changed }
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
    const range = this.#range()
    this.isRangeFaulty = range === null
    this.#host.requestUpdate()
    if (!range) return undefined
    return this.affected.preview(client, { timeOff: { practitionerId, ...range, appointments: this.fields.handling } })
  }

  /** Saves what was seen. When more visits are affected in the meantime, they are shown and nothing is saved. */
  async save(client: VisitClient, practitionerId: string): Promise<AddedTimeOff | undefined> {
    const range = this.#range()
    if (!range || this.saving.busy) return undefined
    const { reason, handling } = this.fields
    const body = { ...range, reason, appointments: handling, affected: this.affected.count }
    const added = await this.saving.run((signal) =>
      client.timeOff.add(practitionerId, body, { signal, ...this.#keys.for(practitionerId, body) }),
    )
    if (this.saving.problem?.code === 'appointments_affected') await this.preview(client, practitionerId)
    return added
  }

  #range(): { readonly from: string; readonly to: string } | null {
    const { firstDay, lastDay, isPart, from, to } = this.fields
    const range = isPart
      ? { from: `${firstDay}T${from}`, to: `${firstDay}T${to}` }
      : { from: `${firstDay}T00:00`, to: lastDay && `${addDays(lastDay, 1)}T00:00` }
    return firstDay && range.from < range.to ? range : null
  }
}
