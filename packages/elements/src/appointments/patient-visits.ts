import type { Appointment, Hold, Me, VisitClient, VisitType, Watch } from '@visitkit/sdk'
import type { VisitConnection } from '../core/client-context.ts'
import { followList } from '../core/follow-list.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { readAppointments, type AppointmentList } from './appointment-list.ts'

/** How many more past visits are shown at a time. */
const PAST_PAGE = 5
const noPatient = (): Promise<never> => Promise.reject(Object.assign(new Error('No patient'), { code: 'no_patient' }))

/** The visits of a patient, or of everyone for whom the person acts, kept current. Without rendering. */
export class PatientVisits {
  readonly me: Loader<Me>
  readonly list: Loader<AppointmentList>
  /** By id. Empty if they cannot be read: the server then refuses what is not offered. */
  types: ReadonlyMap<string, VisitType> = new Map()
  pastShown = PAST_PAGE
  isReachingBack = false
  readonly #host: VisitElement
  #watch: Watch<AppointmentList> | null = null
  /** Versions that this element made, by id: they are no changes by others. */
  readonly #own = new Map<string, number>()

  constructor(host: VisitElement) {
    this.#host = host
    this.me = new Loader(host)
    this.list = new Loader(host)
  }

  get all(): readonly Appointment[] {
    const { open = [], past = [] } = this.list.value ?? {}
    return [...open, ...past]
  }

  /** Whose visits they are. False if there is no one. */
  async identify(connection: VisitConnection | null, patientId: string | undefined): Promise<boolean> {
    this.pastShown = PAST_PAGE
    const me = await this.me.run(async () => (await connection?.me()) ?? noPatient())
    if (!me) return false
    if (patientId || me.patients.length > 0) return true
    await this.me.run(noPatient)
    return false
  }

  /**
   * Reads the visits, and follows them until the signal aborts.
   *
   * @param alongside - What is shown with them, so that nothing moves when it arrives.
   * @param changed - Called after a change, with whether someone else made it.
   */
  async follow(
    client: VisitClient,
    patientId: string | undefined,
    {
      signal,
      alongside,
      changed,
    }: {
      readonly signal: AbortSignal
      readonly alongside: Promise<unknown>
      readonly changed: (isByOthers: boolean) => void
    },
  ): Promise<AppointmentList | undefined> {
    const watch = client.watch((reading) => readAppointments(client, patientId, this.pastShown, reading.signal), {
      on: ['appointment.changed', 'visit.changed'],
      signal,
    })
    this.#watch = watch
    let latest: AppointmentList | undefined
    const take = (next: AppointmentList): void => {
      latest = next
      // A change that arrives before everything is read is shown with it.
      if (!this.list.busy) changed(this.#take(next))
    }
    return this.list.run(async () => {
      const [list, types] = await Promise.all([followList(watch, take), readTypes(client, signal), alongside])
      this.types = types
      return latest ?? list
    })
  }

  /** Keeps what was read. Returns whether someone else changed it. */
  #take(list: AppointmentList): boolean {
    const before = new Map(this.all.map((one) => [one.id, one.version]))
    const isByOthers = (one: Appointment): boolean =>
      before.get(one.id) !== one.version && this.#own.get(one.id) !== one.version
    const isReachingBack = this.isReachingBack
    this.isReachingBack = false
    this.list.set(list)
    return !isReachingBack && this.all.some(isByOthers)
  }

  /** The appointment of a time that this person holds to move it. Who may not hold a time has none. */
  async heldMove(client: VisitClient, open: readonly Appointment[]): Promise<[Appointment, Hold] | null> {
    const held = await client.holds.list().catch(() => null)
    for (const hold of held?.items ?? []) {
      const one = open.find(({ id }) => id === hold.appointmentId)
      if (one) return [one, hold]
    }
    return null
  }

  /** More past visits: those that are read already, else earlier ones. */
  readonly more = (): void => {
    const { past = [], hasMore = false } = this.list.value ?? {}
    this.pastShown += PAST_PAGE
    if (past.length < this.pastShown && hasMore) {
      this.isReachingBack = true
      this.refresh()
    }
    this.#host.requestUpdate()
  }

  /** This element has changed it. */
  done({ id, version }: Appointment): void {
    this.#own.set(id, version)
    this.refresh()
  }

  readonly refresh = (): void => this.#watch?.refresh()

  /** The patient's name, for a person who acts for others. */
  readonly nameOf = ({ patientId, patient }: Pick<Appointment, 'patientId' | 'patient'>): string | undefined => {
    const { kind, patients = [] } = this.me.value ?? {}
    if (kind === 'patient' && patients.length === 1) return undefined
    return (patients.find(({ id }) => id === patientId) ?? patient)?.displayName
  }

  clear(): void {
    this.list.reset()
    this.me.reset()
    this.types = new Map()
    this.#watch = null
    this.#own.clear()
  }
}

/** Retired types too: visits that were booked keep them. */
const readTypes = async (client: VisitClient, signal: AbortSignal): Promise<ReadonlyMap<string, VisitType>> => {
  const types = await client.visitTypes
    .list({ limit: 100, retired: true }, { signal })
    .toArray(500)
    .catch(() => [])
  return new Map(types.map((type) => [type.id, type]))
}
