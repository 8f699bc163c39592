import type {
  Appointment,
  BookAppointment,
  PatientSummary,
  PractitionerSummary,
  Resource,
  VisitClient,
} from '@visitkit/sdk'
import { IdempotencyKeys } from '../../core/idempotency-keys.ts'
import { Loader } from '../../core/loader.ts'
import type { VisitElement } from '../../core/visit-element.ts'
import { isLostTime } from '../../time-choice/is-lost-time.ts'
import { isUnlicensed } from '../../time-choice/is-unlicensed.ts'
import type { TimeChoice } from '../../time-choice/time-choice.ts'
import { mayConsentAlone } from '../minor-alone.ts'
import { canTake } from './can-take.ts'
import { DeskClient } from './desk-client.ts'
import { GroupTimes } from './group-times.ts'
import { KeptReasons } from './kept-reasons.ts'
import { readCatalog, type NewVisitCatalog } from './read-catalog.ts'
import { SeriesFlow, type SeriesVisit } from './series-flow.ts'
import { TypedTime, type TypedVisit } from './typed-time.ts'
import { nothingWanted, stateOf, type NewVisitStep, type Wanted, type WhatFault } from './wanted-visit.ts'

/** A visit that staff book, without rendering: for whom and what, when, and the booking. */
export class NewVisitFlow {
  readonly catalog: Loader<NewVisitCatalog>
  readonly booking: Loader<readonly Appointment[]>
  readonly time: TimeChoice
  readonly typed: TypedTime
  readonly series: SeriesFlow
  readonly groups: GroupTimes
  readonly desk: DeskClient
  readonly kept: KeptReasons

  step: NewVisitStep = 'what'
  patients: readonly PatientSummary[] = []
  wanted: Wanted = nothingWanted
  /** Why the patient comes, in their words. */
  reason = ''
  /** Whether they said so, and are a minor. */
  consentsAlone = false
  fault: WhatFault | null = null
  /** Of visits in a row, those that are booked while others were refused. */
  booked: readonly Appointment[] = []

  readonly #host: VisitElement
  readonly #keys = new IdempotencyKeys()
  #client: VisitClient | null = null

  constructor(host: VisitElement, time: TimeChoice) {
    this.#host = host
    this.catalog = new Loader(host)
    this.booking = new Loader(host)
    this.time = time
    this.typed = new TypedTime(host, time)
    this.series = new SeriesFlow(host)
    this.groups = new GroupTimes(host)
    this.kept = new KeptReasons(
      host,
      () => {
        const [client, patient] = [this.#client, this.patients[0]]
        return client && patient ? { client, patientId: patient.id } : null
      },
      (name, text) => {
        if (name === 'reason') this.reason = text
        else this.typed.reason = text
      },
    )
    this.desk = new DeskClient(
      () => ({
        patientIds: this.patients.map(({ id }) => id),
        ...{ interpreterLanguage: this.wanted.interpreterLanguage, resourceId: this.#resourceId, state: this.state },
      }),
      () => time.hold.expire(),
    )
    time.onChoose = () => this.booking.reset()
  }

  /** @param practitionerId - Whose schedule is shown: chosen first, if they offer the type. */
  async begin(client: VisitClient, practitionerId: string | undefined, mayReadResources: boolean): Promise<void> {
    this.end()
    this.#client = client
    this.wanted = { ...nothingWanted, practitionerId: practitionerId ?? null }
    await this.catalog.run((signal) => readCatalog(client, mayReadResources, signal))
  }

  /** Forgets everything. What is held is released. */
  end(): void {
    this.#dropHolds()
    for (const part of [this.kept, this.typed, this.series, this.groups, this.catalog, this.booking]) part.reset()
    this.step = 'what'
    this.patients = []
    this.wanted = nothingWanted
    this.reason = ''
    this.consentsAlone = false
    this.fault = null
    this.booked = []
    this.#client = null
  }

  /** The practitioners who offer the chosen type. */
  get practitioners(): readonly PractitionerSummary[] {
    const { visitType } = this.wanted
    return (this.catalog.value?.practitioners ?? []).filter(
      ({ specialties }) => !visitType || specialties.includes(visitType.specialty),
    )
  }

  /** Those that the visit, or each of several visits, can take by name. */
  get resources(): readonly Resource[] {
    const { visitType, interpreterLanguage } = this.wanted
    if (!visitType) return []
    return (this.catalog.value?.resources ?? []).filter((one) => canTake(visitType, one, interpreterLanguage))
  }

  /** Whether staff are asked if the patient consents alone. A family is booked for all of it to see. */
  get mayConsentAlone(): boolean {
    return this.patients.length === 1 && mayConsentAlone(this.wanted.visitType, this.patients[0])
  }

  get state(): string | undefined {
    return stateOf(this.patients, this.wanted)
  }

  get isGroup(): boolean {
    return (this.wanted.visitType?.capacity ?? 1) > 1
  }

  addPatient(patient: PatientSummary): void {
    if (this.patients.some(({ id }) => id === patient.id)) return
    const { interpreterLanguage } = patient
    const isOffered = interpreterLanguage && this.catalog.value?.interpreterLanguages.includes(interpreterLanguage)
    this.patients = [...this.patients, patient]
    this.consentsAlone = false
    this.choose({ state: '', ...(isOffered ? { interpreterLanguage } : {}) })
  }

  removePatient(id: string): void {
    // It is about the first of them. The server keeps it.
    if (this.patients[0]?.id === id) this.reason = ''
    this.patients = this.patients.filter((one) => one.id !== id)
    this.consentsAlone = false
    this.choose({ state: '' })
  }

  /** Other choices have other times. What the patient said was about one kind of care, in one state. */
  choose(changed: Partial<Wanted>): void {
    if ('visitType' in changed || 'state' in changed) this.consentsAlone = false
    this.wanted = { ...this.wanted, ...changed }
    this.fault = null
    this.#dropTimes()
    this.#host.requestUpdate()
  }

  goTo(step: NewVisitStep): void {
    this.step = step
    this.#host.requestUpdate()
  }

  /** Shows the times for what is chosen. False if something is missing. */
  findTimes(): boolean {
    const { visitType, practitionerId, repeats } = this.wanted
    this.fault = this.#missing()
    this.#host.requestUpdate()
    if (this.fault !== null || !visitType || !this.#client) return false
    // A practitioner of another specialty was only the one of the schedule.
    const isOffered = this.practitioners.some(({ id }) => id === practitionerId)
    this.time.practitionerId = isOffered ? practitionerId : null
    this.goTo(repeats ? 'series' : 'time')
    void this.loadTimes()
    return true
  }

  async loadTimes(): Promise<void> {
    const [client, { visitType, repeats, language }] = [this.#client, this.wanted]
    const [patient] = this.patients
    if (!client || !visitType || !patient) return
    if (this.isGroup) void this.groups.load(this.desk.of(client), visitType, patient.id, language)
    const search = { visitType, patientId: patient.id, isUnlicensed, ...(language ? { language } : {}) }
    if (!(await this.time.load(this.desk.of(client), search))) return
    const { practitionerId, times } = this.time
    this.time.strip.goToFirstAvailable()
    if (!repeats) return
    const zone = this.practitioners.find(({ id }) => id === practitionerId)?.zone ?? this.#host.format.zone
    this.series.begin(zone, times.value?.firstAvailable(practitionerId ?? null)?.slot.start)
    this.#host.requestUpdate()
  }

  /** For a typed time. */
  get typedVisit(): TypedVisit | null {
    const [patient, { visitType, language }] = [this.patients[0], this.wanted]
    if (!patient || !visitType) return null
    const practitionerId = this.time.practitionerId ?? null
    return { visitTypeId: visitType.id, patientId: patient.id, practitionerId, language }
  }

  /** Holds the typed time, outside the rules when their refusal is overridden. */
  async holdTyped(isAnyway: boolean): Promise<boolean> {
    const [client, visit] = [this.#client, this.typedVisit]
    if (!client || !visit) return false
    const desk = this.desk.of(client)
    return isAnyway ? this.typed.holdAnyway(desk, visit) : this.typed.hold(desk, visit)
  }

  /** Books each held visit. What was booked stays booked when a later one is refused. */
  async book(): Promise<readonly Appointment[] | undefined> {
    const client = this.#client
    if (!client || this.booking.busy || this.desk.held.length === 0) return undefined
    const booked = await this.booking.run(async (signal) => {
      for (const hold of this.desk.held) {
        const patientId = hold.patientId ?? this.patients[0]?.id ?? ''
        const body = { holdId: hold.id, patientId, ...this.#details() }
        const one = await client.appointments.book(body, { signal, ...this.#keys.for('book', body) })
        this.booked = [...this.booked, one]
        this.desk.held = this.desk.held.filter(({ id }) => id !== hold.id)
      }
      return this.booked
    })
    const [first] = this.patients
    if (this.booked.some(({ patientId }) => patientId === first?.id)) void this.kept.booked()
    if (booked) this.time.hold.clear()
    else if (this.booking.problem) await this.#keepRest(isLostTime(this.booking.problem))
    return booked
  }

  get seriesVisit(): SeriesVisit | null {
    const visit = this.typedVisit
    if (!visit?.practitionerId) return null
    const { visitTypeId, patientId, practitionerId, language } = visit
    const [{ interpreterLanguage }, resourceId, state] = [this.wanted, this.#resourceId, this.state]
    return {
      ...{ visitTypeId, patientId, practitionerId },
      ...(language && { language }),
      ...(interpreterLanguage && { interpreterLanguage }),
      ...(resourceId && { resourceId }),
      ...(state && { state }),
    }
  }

  /** Empty for any: also if the one that was named cannot be taken by what is chosen now. */
  get #resourceId(): string {
    const { resourceId } = this.wanted
    return this.resources.some(({ id }) => id === resourceId) ? resourceId : ''
  }

  async look(): Promise<boolean> {
    const [client, visit] = [this.#client, this.seriesVisit]
    return client !== null && visit !== null && (await this.series.look(client, visit)) !== undefined
  }

  async bookSeries(): Promise<readonly Appointment[] | undefined> {
    const [client, visit] = [this.#client, this.seriesVisit]
    if (!client || !visit) return undefined
    const series = await this.series.book(client, visit, this.#said())
    if (series) void this.kept.booked()
    return series?.appointments
  }

  #said(): Pick<BookAppointment, 'reason' | 'minorConsentsAlone'> {
    const reason = this.reason.trim()
    const isAlone = this.consentsAlone && this.mayConsentAlone
    return { ...(reason ? { reason } : {}), ...(isAlone ? { minorConsentsAlone: true } : {}) }
  }

  #details(): Omit<BookAppointment, 'holdId' | 'patientId'> {
    const language = this.wanted.language || this.wanted.interpreterLanguage
    return { ...this.#said(), ...(language ? { language } : {}) }
  }

  /** The patients whose visits are booked need no other time. */
  async #keepRest(isLost: boolean): Promise<void> {
    const done = new Set(this.booked.map(({ patientId }) => patientId))
    this.patients = this.patients.filter(({ id }) => !done.has(id))
    if (isLost) await this.time.lose()
  }

  #missing(): WhatFault | null {
    const { visitType, practitionerId, repeats } = this.wanted
    const isSeveral = this.patients.length > 1
    if (this.patients.length === 0) return 'patient'
    if (!visitType) return 'type'
    if (isSeveral && this.isGroup) return 'group'
    if (isSeveral && repeats) return 'one'
    return repeats && !this.practitioners.some(({ id }) => id === practitionerId) ? 'practitioner' : null
  }

  #dropHolds(): void {
    this.time.drop()
    this.desk.held = []
  }

  #dropTimes(): void {
    this.#dropHolds()
    this.typed.reset()
    this.series.reset()
    this.groups.reset()
    this.booking.reset()
  }
}
