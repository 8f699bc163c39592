import type { Appointment, Hold, SupportReason, VisitClient, VisitType } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { isLostTime } from './is-lost-time.ts'
import type { MovePlace } from './move-place.ts'
import type { TimeChoice } from './time-choice.ts'

/** The practitioner can no longer see this patient at any time: anyone else is offered. */
const isOfPractitioner = (reason: SupportReason): boolean =>
  reason === 'practitioner-inactive' || reason === 'specialty' || reason === 'not-licensed'

/** Moves an appointment to another time, without rendering. The appointment keeps its time until the server confirms the new one. */
export class MoveFlow {
  readonly type: Loader<VisitType>
  readonly moving: Loader<Appointment>
  readonly time: TimeChoice
  /** Loaded with the times. */
  readonly place: Loader<MovePlace>
  readonly #host: VisitElement
  readonly #keys = new IdempotencyKeys()
  #client: VisitClient | null = null

  constructor(host: VisitElement, time: TimeChoice) {
    this.type = new Loader(host)
    this.moving = new Loader(host)
    this.time = time
    this.place = new Loader(host)
    this.#host = host
    time.onChoose = () => this.moving.reset()
  }

  /**
   * Reads the free times, with the same practitioner chosen, from the day of the appointment on.
   *
   * @param held - A time that this person already holds for the appointment: the page was loaded again.
   */
  async begin(client: VisitClient, appointment: Appointment, held?: Hold): Promise<void> {
    this.reset()
    this.#client = client
    const { time } = this
    const { patientId, practitioner, language, specialty, visitTypeId } = appointment
    const placing = this.#loadPlace()
    const type = await this.type.run(async (signal) => {
      const types = await client.visitTypes.list({ specialty, limit: 100 }, { signal }).toArray(500)
      const found = types.find(({ id }) => id === visitTypeId)
      if (!found) throw Object.assign(new Error('No visit type'), { code: 'not_found' })
      return found
    })
    const place = await placing
    if (!type || !place) return
    place.chosen = held?.state
    const isOther = held ? held.practitioner.id !== practitioner.id : appointment.support.reasons.some(isOfPractitioner)
    time.practitionerId = isOther ? null : practitioner.id
    const loading = time.load(client, {
      ...{ visitType: type, patientId, moved: appointment },
      get state() {
        return place.chosen
      },
      // Everyone who is offered speaks the language of the visit, unless an interpreter helps.
      language: language && practitioner.languages.includes(language) ? language : undefined,
    })
    if (held) time.resume(client, held)
    if (await loading) await time.showDay(held?.start ?? appointment.start)
  }

  async #loadPlace(): Promise<MovePlace | undefined> {
    return (
      this.place.value ??
      this.place.run(async () => {
        const { MovePlace: Place } = await loadModule(import('./move-place.ts'))
        const place = new Place(this.#host)
        await this.#host.language.ready
        return place
      })
    )
  }

  /** Confirms the held time. A refusal loses nothing but the time. */
  async move(appointment: Appointment): Promise<Appointment | undefined> {
    const [client, hold] = [this.#client, this.time.hold.hold]
    if (!client || !hold || this.moving.busy) return undefined
    const moved = await this.moving.run((signal) =>
      client.appointments.reschedule(
        appointment.id,
        { holdId: hold.id },
        { signal, ...this.#keys.for('move', hold.id) },
      ),
    )
    if (moved) this.time.hold.clear()
    else if (this.moving.problem && isLostTime(this.moving.problem)) await this.time.lose()
    return moved
  }

  /** Ends the move: the held time is released. */
  reset(): void {
    this.time.drop()
    this.type.reset()
    this.moving.reset()
  }
}
