import type { Appointment, VisitClient, Watch } from '@visitkit/sdk'
import type { VisitConnection } from '../core/client-context.ts'
import { followList } from '../core/follow-list.ts'
import { dayKey } from '../core/format.ts'
import { Loader } from '../core/loader.ts'
import { nextPaint } from '../core/next-paint.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { readPeople, type People } from './read-people.ts'
import { readSchedule, type Schedule } from './read-schedule.ts'
import type { Period } from './schedule-days.ts'

/** What the page asks for. */
interface Asked {
  readonly practitionerId: string | undefined
  readonly period: Period | undefined
}

/** Whose schedule is shown and which days, read and kept current. Without rendering. */
export class ScheduleReader {
  readonly people: Loader<People>
  readonly schedule: Loader<Schedule>
  readonly #host: VisitElement
  readonly #asked: () => Asked
  readonly #changed: (schedule: Schedule) => void
  #client: VisitClient | null = null
  #life: AbortSignal | null = null
  #watch: Watch<Schedule> | null = null
  #reading: AbortController | null = null
  #chosenId: string | undefined
  #period: Period | undefined
  #day: string | null = null
  /** Other days can have hundreds of blocks. The press that leads to them is painted first. */
  #pressed: Promise<void> | undefined

  /** @param changed - Called with each later state. */
  constructor(host: VisitElement, asked: () => Asked, changed: (schedule: Schedule) => void) {
    this.#host = host
    this.#asked = asked
    this.#changed = changed
    this.people = new Loader(host)
    this.schedule = new Loader(host)
  }

  get practitionerId(): string | undefined {
    return this.#asked().practitionerId ?? this.people.value?.me?.practitionerId ?? this.#chosenId
  }

  get period(): Period {
    return this.#period ?? (this.#asked().period === 'week' ? 'week' : 'day')
  }

  /** Whether the person is a practitioner, and reads their own schedule. */
  get isOwn(): boolean {
    const { practitionerId } = this
    return practitionerId !== undefined && practitionerId === this.people.value?.me?.practitionerId
  }

  /** Name of the practitioner, unless it is the person. */
  get name(): string | undefined {
    const { practitionerId, people } = this
    if (this.isOwn) return undefined
    const chosen = people.value?.practitioners.find(({ id }) => id === practitionerId)
    return (chosen ?? this.schedule.value?.appointments[0]?.practitioner)?.displayName
  }

  async begin(client: VisitClient, connection: VisitConnection | null, life: AbortSignal): Promise<void> {
    this.#client = client
    this.#life = life
    const people = await this.people.run(() => readPeople(client, connection, this.#asked().practitionerId, life))
    if (people && !life.aborted) this.#read()
  }

  show(shown: { readonly period?: Period; readonly day?: string | null }): void {
    if (shown.period) this.#period = shown.period
    if (shown.day !== undefined) this.#day = shown.day
    this.#pressed = nextPaint()
    this.refresh()
  }

  choose(practitionerId: string, day: string | null = null): void {
    this.#chosenId = practitionerId
    this.#day = day
    this.schedule.reset()
    this.#read()
  }

  /** The day of a visit, in the schedule of its practitioner where the person can choose. */
  showVisit({ practitioner, start }: Appointment): void {
    const day = dayKey(start, practitioner.zone)
    const isOther = practitioner.id !== this.practitionerId
    if (isOther && this.people.value?.practitioners.some(({ id }) => id === practitioner.id))
      this.choose(practitioner.id, day)
    else if (!isOther) this.show({ day })
  }

  refresh(): void {
    this.#watch?.refresh()
  }

  reset(): void {
    this.#reading?.abort()
    this.#client = null
    this.#watch = null
    this.#chosenId = undefined
    this.people.reset()
    this.schedule.reset()
  }

  #read(): void {
    const [client, life, practitionerId] = [this.#client, this.#life, this.practitionerId]
    this.#reading?.abort()
    if (!client || !life || !practitionerId) return
    const reading = (this.#reading = new AbortController())
    life.addEventListener('abort', () => reading.abort(), { once: true })
    const watch = client.watch(
      async ({ signal }) => {
        const read = await readSchedule(client, { practitionerId, period: this.period, day: this.#day }, signal)
        await this.#pressed
        return read
      },
      { on: ['appointment.changed', 'visit.changed', 'slots.changed'], signal: reading.signal },
    )
    this.#watch = watch
    void this.schedule
      .run(() =>
        followList(watch, (changed) => {
          this.schedule.set(changed)
          this.#changed(changed)
        }),
      )
      .then((first) => first && this.#changed(first))
    this.#host.requestUpdate()
  }
}
