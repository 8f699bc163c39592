import type { Appointment, Hold, PractitionerSummary, ProblemCode, VisitClient, VisitType } from '@visitkit/sdk'
import type { VisitConnection } from '../core/client-context.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { readCatalog, type Catalog, type BookingPreset } from './booking-catalog.ts'
import { DayStrip } from './day-strip.ts'
import { HoldController } from './hold-controller.ts'
import { SlotCalendar } from './slot-calendar.ts'

export type Step = 'patient' | 'specialty' | 'visit-type' | 'practitioner' | 'time' | 'confirm' | 'booked'

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
  readonly times: Loader<SlotCalendar>
  readonly strip: DayStrip
  readonly booking: Loader<Appointment>
  readonly hold: HoldController

  step: Step = 'specialty'
  patientId = ''
  specialty: string | null = null
  visitType: VisitType | null = null
  /** Null: any practitioner. Undefined: not chosen yet. */
  practitionerId: string | null | undefined
  /** Language that the practitioner must speak; empty for any. */
  speaks = ''
  reason = ''
  /** Start of a slot that another person took during the selection. */
  lostStart: string | null = null

  #host: VisitElement
  #listener: FlowListener
  #client: VisitClient | null = null
  #given: BookingPreset = {}
  /** Idempotency key for all attempts to book one hold, so that a retry never books twice. */
  #key = { holdId: '', value: '' }

  constructor(host: VisitElement, listener: FlowListener) {
    this.#host = host
    this.#listener = listener
    this.catalog = new Loader(host)
    this.times = new Loader(host)
    this.strip = new DayStrip(host, this.times, () => this.practitionerId ?? null)
    this.booking = new Loader(host)
    this.hold = new HoldController(host)
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
    this.practitionerId = null
    void this.hold.resume(client, hold)
  }

  /** Clears all state, and releases the hold on the server if possible. */
  end(): void {
    this.#client = null
    this.hold.clear()
    this.catalog.reset()
    this.#clear()
  }

  /** The steps of this person, as far as they are known. */
  get steps(): readonly Step[] {
    const { catalog } = this
    const value = catalog.value
    if (!value) return []
    const steps: [Step, boolean][] = [
      ['patient', value.patient.choose !== undefined],
      ['specialty', value.specialties.length > 1],
      ['visit-type', this.visitTypes.length > 1],
      ['practitioner', !this.#given.practitionerId && this.practitioners.length !== 1],
      ['time', true],
      ['confirm', true],
    ]
    return steps.filter(([, needed]) => needed).map(([step]) => step)
  }

  /** Visit types of the chosen specialty. */
  get visitTypes(): readonly VisitType[] {
    return (this.catalog.value?.visitTypes ?? []).filter(
      ({ specialty }) => !this.specialty || specialty === this.specialty,
    )
  }

  get practitioners(): readonly PractitionerSummary[] {
    return [...(this.times.value?.practitioners.values() ?? [])]
  }

  /** The chosen practitioner, or the one of the hold. */
  get practitioner(): PractitionerSummary | null {
    const id = this.practitionerId
    return (id && this.times.value?.practitioners.get(id)) || null
  }

  choosePatient(patientId: string): void {
    this.patientId = patientId
    this.#dropTimes()
    this.#next()
  }

  chooseSpecialty(code: string): void {
    if (code !== this.specialty) this.#dropTimes()
    this.specialty = code
    this.visitType = null
    this.#next()
  }

  chooseVisitType(visitType: VisitType): void {
    if (visitType.id !== this.visitType?.id) this.#dropTimes()
    this.visitType = visitType
    this.#next()
  }

  choosePractitioner(practitionerId: string | null): void {
    if (practitionerId !== this.practitionerId) this.hold.release()
    this.practitionerId = practitionerId
    this.strip.goToFirstAvailable()
    this.#next()
  }

  /** Holds a slot. If another person took it first, only the slot is lost. */
  async chooseTime(start: string): Promise<boolean> {
    const [client, visitType, patientId] = [this.#client, this.visitType, this.patientId]
    if (!client || !visitType) return false
    this.lostStart = null
    this.booking.reset()
    const held = await this.hold.place(client, {
      visitTypeId: visitType.id,
      start,
      patientId,
      ...(this.practitionerId ? { practitionerId: this.practitionerId } : {}),
      ...(this.speaks ? { language: this.speaks } : {}),
    })
    if (!held && this.hold.problem && LOST_TIME_CODES.has(this.hold.problem.code)) {
      this.lostStart = start
      await this.refresh()
    }
    return held
  }

  proceed(): void {
    this.#goTo('confirm')
  }

  back(): void {
    const { steps } = this
    const before = steps[steps.indexOf(this.step) - 1]
    if (before) this.#goTo(before)
  }

  goTo(step: Step): void {
    this.#goTo(step)
  }

  /** Books the held time. */
  async book(): Promise<void> {
    const [client, hold] = [this.#client, this.hold.hold]
    if (!client || !hold || this.booking.busy) return
    if (this.#key.holdId !== hold.id) this.#key = { holdId: hold.id, value: crypto.randomUUID() }
    const reason = this.reason.trim()
    const appointment = await this.booking.run((signal) =>
      client.appointments.book(
        {
          holdId: hold.id,
          patientId: this.patientId,
          ...(reason ? { reason } : {}),
          ...(this.speaks ? { language: this.speaks } : {}),
        },
        { signal, idempotencyKey: this.#key.value },
      ),
    )
    if (appointment) {
      this.hold.clear()
      this.reason = ''
      this.#goTo('booked')
      this.#listener.booked(appointment)
    } else if (this.booking.problem && LOST_TIME_CODES.has(this.booking.problem.code)) {
      this.lostStart = hold.start
      this.hold.expire()
      await this.refresh()
    }
  }

  /** Reads the slots again without a loading state: after a live message, or after a slot was lost. */
  async refresh(): Promise<void> {
    const calendar = this.times.value
    if (!calendar) return
    await this.times.run(
      async (signal) => {
        await calendar.refresh(signal)
        return calendar
      },
      { quietly: true },
    )
  }

  async loadTimes(): Promise<void> {
    const [client, visitType] = [this.#client, this.visitType]
    if (!client || !visitType) return
    const practitionerId = this.practitionerId ?? null
    const calendar = new SlotCalendar(client, {
      visitTypeId: visitType.id,
      patientId: this.patientId,
      horizonDays: visitType.horizonDays,
      zone: this.#host.format.zone,
    })
    const loaded = await this.times.run(async (signal) => {
      await calendar.loadUntilAvailable(practitionerId, signal)
      return calendar
    })
    if (!loaded) return
    const [only, second] = this.practitioners
    if (this.step === 'practitioner' && only && !second) {
      this.practitionerId = only.id
      this.step = 'time'
    }
    this.strip.goToFirstAvailable()
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
    if (this.#given.practitionerId) this.practitionerId = this.#given.practitionerId
    return this.practitionerId === undefined ? 'practitioner' : 'time'
  }

  #next(): void {
    this.#goTo(this.#open() ?? this.step)
  }

  #goTo(step: Step, isByPerson = true): void {
    this.step = step
    if ((step === 'practitioner' || step === 'time') && this.times.now.state === 'idle') void this.loadTimes()
    this.#host.requestUpdate()
    if (isByPerson) this.#listener.stepChanged()
  }

  #dropTimes(): void {
    this.hold.release()
    this.times.reset()
    this.practitionerId = undefined
    this.lostStart = null
  }

  #clear(): void {
    this.#dropTimes()
    this.booking.reset()
    this.patientId = ''
    this.specialty = null
    this.visitType = null
    this.speaks = ''
    this.reason = ''
  }
}

/** Codes after which only the slot is lost. */
const LOST_TIME_CODES: ReadonlySet<string> = new Set<ProblemCode>([
  'slot_taken',
  'slot_unavailable',
  'hold_expired',
  'held_by_you',
  'patient_busy',
  'notice_too_short',
  'beyond_horizon',
  'outside_hours',
  'language_not_spoken',
])
