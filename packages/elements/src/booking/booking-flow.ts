import type { Appointment, Hold, VisitClient, VisitType } from '@visitkit/sdk'
import type { VisitConnection } from '../core/client-context.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { isLostTime } from '../time-choice/is-lost-time.ts'
import type { TimeChoice } from '../time-choice/time-choice.ts'
import { readCatalog, type Catalog, type BookingPreset } from './booking-catalog.ts'

export type Step = 'patient' | 'specialty' | 'visit-type' | 'practitioner' | 'time' | 'confirm' | 'booked'

/** What is decided, in this order. */
const order: readonly Step[] = ['patient', 'specialty', 'visit-type', 'practitioner', 'time', 'confirm']

/** Callbacks of the flow to its element. */
export interface FlowListener {
  /** The step changed: show its heading. */
  stepChanged(): void
  booked(appointment: Appointment): void
}

/**
 * The booking flow from "what do you need" to a booked visit, one decision at a time, without rendering. It asks only open questions. Going
 * back keeps earlier choices; losing a slot loses nothing else.
 */
export class BookingFlow {
  readonly catalog: Loader<Catalog>
  readonly booking: Loader<Appointment>
  readonly time: TimeChoice

  step: Step = 'specialty'
  patientId = ''
  specialty: string | null = null
  visitType: VisitType | null = null
  reason = ''

  #host: VisitElement
  #listener: FlowListener
  #client: VisitClient | null = null
  #given: BookingPreset = {}
  #planned: readonly Step[] | null = null
  /** Idempotency key for all attempts to book one hold, so that a retry never books twice. */
  #key = { holdId: '', value: '' }

  constructor(host: VisitElement, time: TimeChoice, listener: FlowListener) {
    this.#host = host
    this.#listener = listener
    this.catalog = new Loader(host)
    this.booking = new Loader(host)
    this.time = time
    time.onChoose = () => this.booking.reset()
  }

  async begin(client: VisitClient, connection: VisitConnection | null, preset: BookingPreset): Promise<void> {
    this.#client = client
    this.#given = preset
    this.#clear()
    const catalog = await this.catalog.run((signal) => readCatalog(client, connection, preset, signal))
    if (!catalog) return
    if (catalog.patient.id) this.patientId = catalog.patient.id
    if (catalog.held?.patientId) this.#resume(client, catalog, catalog.held)
    this.#goTo(this.#open() ?? 'specialty', false)
  }

  /** The page was loaded again: goes to the time that this person holds. */
  #resume(client: VisitClient, { visitTypes }: Catalog, hold: Hold): void {
    this.patientId = hold.patientId ?? ''
    this.visitType = visitTypes.find(({ id }) => id === hold.visitTypeId) ?? null
    this.specialty = this.visitType?.specialty ?? null
    this.time.practitionerId = null
    this.time.resume(client, hold)
  }

  /** Clears all state, and releases the hold on the server if possible. */
  end(): void {
    this.#client = null
    this.time.end()
    this.catalog.reset()
    this.#clear()
  }

  /** The number of this step and of all steps. The total is fixed with the first question; a step that asks nothing is passed over. */
  get progress(): { readonly number: number; readonly total: number } | null {
    const number = (this.#planned?.indexOf(this.step) ?? -1) + 1
    return number > 0 ? { number, total: this.#planned?.length ?? 0 } : null
  }

  /** Whether the person decides this. */
  asks(step: Step): boolean {
    const { catalog, time } = this
    switch (step) {
      case 'patient':
        return catalog.value?.patient.choose !== undefined
      case 'specialty':
        return (catalog.value?.specialties.length ?? 0) > 1
      case 'visit-type':
        return this.visitTypes.length > 1
      case 'practitioner':
        return !this.#given.practitionerId && time.practitioners.length !== 1
      case 'time':
      case 'confirm':
        return true
      case 'booked':
        return false
    }
  }

  /** The steps before this one that the person decided, the first one first. */
  get decided(): readonly Step[] {
    const now = order.indexOf(this.step)
    return order.slice(0, Math.max(0, now)).filter((step) => this.asks(step))
  }

  #plan(): readonly Step[] {
    const { specialties = [], visitTypes = [] } = this.catalog.value ?? {}
    const isChoice = specialties.some(({ code }) => visitTypes.filter(({ specialty }) => specialty === code).length > 1)
    return order.filter((step) => (step === 'visit-type' && !this.specialty ? isChoice : this.asks(step)))
  }

  /** Visit types of the chosen specialty. */
  get visitTypes(): readonly VisitType[] {
    return (this.catalog.value?.visitTypes ?? []).filter(
      ({ specialty }) => !this.specialty || specialty === this.specialty,
    )
  }

  choosePatient(patientId: string): void {
    this.patientId = patientId
    this.time.drop()
    this.#next()
  }

  chooseSpecialty(code: string): void {
    if (code !== this.specialty) this.time.drop()
    this.specialty = code
    this.visitType = null
    this.#next()
  }

  chooseVisitType(visitType: VisitType): void {
    if (visitType.id !== this.visitType?.id) this.time.drop()
    this.visitType = visitType
    this.#next()
  }

  choosePractitioner(practitionerId: string | null): void {
    this.time.choosePractitioner(practitionerId)
    this.#next()
  }

  proceed(): void {
    this.#goTo('confirm')
  }

  back(): void {
    const before = this.decided.at(-1)
    if (before) this.#goTo(before)
  }

  goTo(step: Step): void {
    this.#goTo(step)
  }

  /** Books the held time. */
  async book(): Promise<void> {
    const [client, hold] = [this.#client, this.time.hold.hold]
    if (!client || !hold || this.booking.busy) return
    if (this.#key.holdId !== hold.id) this.#key = { holdId: hold.id, value: crypto.randomUUID() }
    const reason = this.reason.trim()
    const appointment = await this.booking.run((signal) =>
      client.appointments.book(
        {
          holdId: hold.id,
          patientId: this.patientId,
          ...(reason ? { reason } : {}),
          ...(this.time.language ? { language: this.time.language } : {}),
        },
        { signal, idempotencyKey: this.#key.value },
      ),
    )
    if (appointment) {
      this.time.hold.clear()
      this.reason = ''
      this.#goTo('booked')
      this.#listener.booked(appointment)
    } else if (this.booking.problem && isLostTime(this.booking.problem)) {
      await this.time.lose()
    }
  }

  /** @param isByPerson - The focus follows to the question that comes out of it. */
  async loadTimes(isByPerson = true): Promise<void> {
    const [client, visitType] = [this.#client, this.visitType]
    if (!client || !visitType) return
    const loaded = await this.time.load(client, { visitType, patientId: this.patientId })
    if (!loaded) return
    const wasOpen = this.step === 'practitioner'
    const [only, second] = this.time.practitioners
    if (wasOpen && only && !second) {
      this.time.practitionerId = only.id
      this.step = 'time'
    }
    this.#planned ??= this.#plan()
    void this.time.showDay(this.time.hold.hold?.start)
    if (wasOpen && isByPerson) this.#listener.stepChanged()
  }

  bookAnother(): void {
    this.#clear()
    this.patientId = this.catalog.value?.patient.id ?? this.patientId
    this.#goTo(this.#open() ?? 'specialty')
  }

  /** The first open decision. A decision with only one option is made here. */
  #open(): Step | null {
    const value = this.catalog.value
    if (!value) return null
    if (!this.patientId) return 'patient'
    if (!this.visitType && !this.specialty) {
      if (value.specialties.length > 1) return 'specialty'
      this.specialty = value.specialties[0]?.code ?? null
    }
    if (!this.visitType) {
      const [only, second] = this.visitTypes
      if (!only || second) return 'visit-type'
      this.visitType = only
    }
    if (this.#given.practitionerId) this.time.practitionerId = this.#given.practitionerId
    return this.time.practitionerId === undefined ? 'practitioner' : 'time'
  }

  #next(): void {
    this.#goTo(this.#open() ?? this.step)
  }

  #goTo(step: Step, isByPerson = true): void {
    this.step = step
    const needsTimes = (step === 'practitioner' || step === 'time') && this.time.times.now.state === 'idle'
    if (needsTimes) void this.loadTimes(isByPerson)
    // Whether there is a choice of practitioners is known with the times.
    if (!needsTimes || step === 'time') this.#planned ??= this.#plan()
    this.#host.requestUpdate()
    if (isByPerson) this.#listener.stepChanged()
  }

  #clear(): void {
    this.#planned = null
    this.time.drop()
    this.booking.reset()
    this.patientId = ''
    this.specialty = null
    this.visitType = null
    this.time.language = ''
    this.reason = ''
  }
}
