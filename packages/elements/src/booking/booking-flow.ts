import type { Appointment, VisitClient, VisitType } from '@visitkit/sdk'
import type { VisitConnection } from '../core/client-context.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { HOLD_MS } from '../time-choice/hold-controller.ts'
import { isLostTime } from '../time-choice/is-lost-time.ts'
import type { TimeChoice } from '../time-choice/time-choice.ts'
import { order, type FlowListener, type Step } from './booking-steps.ts'
import { readCatalog, type Catalog, type BookingPreset } from './booking-catalog.ts'
import { VisitPlace } from './visit-place.ts'

/** The way to a booked visit, one decision at a time, without rendering. Going back keeps choices; losing a slot loses nothing else. */
export class BookingFlow {
  readonly catalog: Loader<Catalog>
  readonly booking: Loader<Appointment>
  readonly time: TimeChoice
  readonly place = new VisitPlace(this)

  step: Step = 'specialty'
  patientId = ''
  /** The patients of visits in a row, in their order; empty for one visit. */
  together: readonly string[] = []
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
    const catalog = await this.catalog.run(async (signal) => {
      const read = await readCatalog(client, connection, preset, signal)
      await this.#listener.prepare(read)
      return read
    })
    if (!catalog) return
    this.patientId = catalog.patient.id ?? ''
    this.#resume(client, catalog)
    this.#goTo(this.#open() ?? 'specialty', false)
  }

  /** The page was loaded again: goes to the times that this person holds. */
  #resume(client: VisitClient, { visitTypes, held: [hold, ...others] }: Catalog): void {
    if (!hold?.patientId) return
    this.patientId = hold.patientId
    this.together = others.length > 0 ? [hold, ...others].flatMap(({ patientId = [] }) => patientId) : []
    this.visitType = visitTypes.find(({ id }) => id === hold.visitTypeId) ?? null
    this.place.choose(hold.state ?? '')
    this.specialty = this.visitType?.specialty ?? null
    this.time.practitionerId = null
    this.time.resume(client, hold, others)
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
      case 'state':
        return this.place.isAsked
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

  get visitTypes(): readonly VisitType[] {
    return (this.catalog.value?.visitTypes ?? []).filter(
      ({ specialty }) => !this.specialty || specialty === this.specialty,
    )
  }

  /** Only these patients choose a time again: the visits of the others are booked. */
  rest(patientIds: readonly string[]): void {
    this.#setPatients(patientIds)
    this.time.hold.release()
    this.time.times.reset()
    this.#goTo('time')
  }

  choosePatient(patientId: string): void {
    this.chooseTogether([patientId])
  }

  /** Visits in a row, one for each of these patients. */
  chooseTogether(patientIds: readonly string[]): void {
    this.#setPatients(patientIds)
    this.time.drop()
    this.#next()
  }

  #setPatients(patientIds: readonly string[]): void {
    if (patientIds[0] !== this.patientId) this.place.choose('')
    this.patientId = patientIds[0] ?? ''
    this.together = patientIds.length > 1 ? patientIds : []
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

  chooseState(state: string): void {
    if (state !== this.place.state) this.time.drop()
    this.place.choose(state)
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
      this.reason = ''
      this.finish(appointment)
    } else if (this.booking.problem && isLostTime(this.booking.problem)) {
      await this.time.lose()
    }
  }

  finish(appointment: Appointment): void {
    this.show(appointment)
    this.dispatch(appointment)
  }

  /** Shows that this visit is booked. */
  show(appointment: Appointment): void {
    this.time.hold.clear()
    this.patientId = appointment.patientId
    this.booking.set(appointment)
    this.#goTo('booked')
  }

  /** Dispatches the event of a booked visit. */
  dispatch(appointment: Appointment): void {
    this.#listener.booked(appointment)
  }

  /** @param isByPerson - The focus follows to the question that comes out of it. */
  async loadTimes(isByPerson = true): Promise<void> {
    const [client, visitType] = [this.#client, this.visitType]
    if (!client || !visitType) return
    // A time that could begin before the held time is booked: the patient could neither get ready nor change it.
    const { patientId, together } = this
    const asked = { visitType, patientId, together, leadMs: HOLD_MS, ...this.#listener.placeOf(this.place, visitType) }
    const loaded = await this.time.load(client, asked)
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
    this.patientId = this.catalog.value?.patient.id ?? ''
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
    if (this.place.isAsked && !this.place.chosen) return 'state'
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
    this.#setPatients([])
    this.specialty = null
    this.visitType = null
    this.time.language = ''
    this.reason = ''
  }
}
