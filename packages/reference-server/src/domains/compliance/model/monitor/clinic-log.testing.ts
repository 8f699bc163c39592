import type { ClinicPatient, ClinicSize, People } from './clinic-people.testing.ts'
import type {
  CareLink,
  LinkKind,
  MonitoredAccess,
  MonitoredCover,
  MonitoredEmergency,
  MonitoredFacts,
  Shift,
} from './monitored-facts.ts'
import type { SeededRandom } from './seeded-random.testing.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

/** Without daylight saving time: a shift by whole weeks keeps the hours of the clock. */
export const clinicZone = 'America/Phoenix'
/** Monday, January 5, 2026. */
export const clinicStart = Date.UTC(2026, 0, 5, 7)

export interface Incident {
  readonly scenario: string
  readonly number: number
}

/** What the clinic did and what its registers know. */
export class ClinicLog {
  readonly accesses: MonitoredAccess[] = []
  /** By the id of an access: the misuse that it is a part of. */
  readonly labels = new Map<string, Incident>()
  readonly links: CareLink[] = []
  readonly covers: MonitoredCover[] = []
  readonly emergencies: MonitoredEmergency[] = []
  readonly shifts: Shift[] = []
  readonly random: SeededRandom
  readonly people: People
  readonly size: ClinicSize
  readonly patients: ReadonlyMap<string, ClinicPatient>

  constructor(random: SeededRandom, people: People, size: ClinicSize) {
    this.random = random
    this.people = people
    this.size = size
    this.patients = new Map(people.patients.map((patient) => [patient.id, patient]))
  }

  at(day: number, minute: number): number {
    return clinicStart + day * dayMs + Math.round(minute * minuteMs)
  }

  isWorkday(day: number): boolean {
    return day % 7 < 5
  }

  /** Opens a record some times within some minutes. Nothing happens outside of the period. */
  open(memberId: string, patientId: string, day: number, minute: number, times: number, incident?: Incident): void {
    if (day < 0 || day >= this.size.days) return
    let at = this.at(day, minute)
    for (let n = 0; n < times; n++) {
      const isSensitive = this.patients.get(patientId)!.hasSensitive && this.random.chance(0.2)
      this.#add(memberId, patientId, at, 'open', incident, isSensitive)
      at += this.random.between(3, 100) * 1_000 + this.random.between(0, 999)
    }
  }

  search(memberId: string, patientIds: readonly string[], day: number, minute: number, incident?: Incident): void {
    if (day < 0 || day >= this.size.days) return
    const at = this.at(day, minute)
    if (patientIds.length === 0) this.#add(memberId, null, at, 'search', incident)
    for (const patientId of patientIds) this.#add(memberId, patientId, at, 'search', incident)
  }

  link(
    kind: LinkKind,
    patientId: string,
    holder: { readonly memberId?: string; readonly teamId?: string },
    from: number,
    until: number,
  ): void {
    const { memberId = null, teamId = null } = holder
    this.links.push({ id: `l${this.links.length}`, kind, patientId, memberId, teamId, from, until })
  }

  facts(): MonitoredFacts {
    const { links, covers, emergencies, shifts, people } = this
    return { ...people, links, covers, emergencies, shifts, suppressions: [] }
  }

  #add(
    memberId: string,
    patientId: string | null,
    at: number,
    action: MonitoredAccess['action'],
    incident: Incident | undefined,
    isSensitive = false,
  ): void {
    const id = `a${this.accesses.length}`
    this.accesses.push({ id, at, memberId, patientId, action, sensitive: isSensitive ? 'psychotherapy' : null })
    if (incident !== undefined) this.labels.set(id, incident)
  }
}
