import type { ClinicLog, Incident } from './clinic-log.testing.ts'
import type { ClinicMember, ClinicPatient } from './clinic-people.testing.ts'
import type { ClinicRoster } from './clinic-roster.testing.ts'

/** Incidents of each kind in a clinic of four pods. The last three are reported and have no gate: little or nothing shows them. */
export const incidentCounts = {
  family: 15,
  'co-worker': 15,
  confidential: 8,
  bulk: 3,
  'slow-collection': 2,
  'former-partner': 6,
  'emergency-misuse': 5,
  'stolen-account': 4,
  deceased: 5,
  self: 8,
  enumeration: 3,
  'documented-emergency': 3,
  'single-look': 8,
  'look-at-own-patient': 8,
} as const
export type Scenario = keyof typeof incidentCounts

/** Misuse is placed without a look at who cares for whom: some of it has an explanation by chance. */
export class ClinicIncidents {
  readonly #log: ClinicLog
  readonly #roster: ClinicRoster
  readonly #counts = new Map<Scenario, number>()

  constructor(log: ClinicLog, roster: ClinicRoster) {
    this.#log = log
    this.#roster = roster
  }

  addAll(): void {
    for (const [scenario, count] of Object.entries(incidentCounts))
      for (let n = Math.round((count * this.#log.size.pods) / 4); n > 0; n--) this.#commit(scenario as Scenario)
  }

  #commit(scenario: Scenario): void {
    const number = this.#counts.get(scenario) ?? 0
    this.#counts.set(scenario, number + 1)
    const incident = { scenario, number }
    const { random, people } = this.#log
    const member = random.pick(people.members)
    switch (scenario) {
      case 'family': {
        const curious = random.pick(people.members.filter(({ relatives }) => relatives.length > 0))
        return this.#look(curious, random.pick(curious.relatives), random.between(1, 2), incident)
      }
      case 'former-partner': {
        const curious = random.pick(people.members.filter(({ exPartner }) => exPartner !== null))
        return this.#look(curious, curious.exPartner!, random.between(1, 4), incident)
      }
      case 'self': {
        const curious = random.pick(people.members.filter(({ patientId }) => patientId !== null))
        return this.#look(curious, curious.patientId!, random.between(1, 3), incident)
      }
      case 'co-worker': {
        const others = people.members.filter(({ id, patientId }) => patientId !== null && id !== member.id)
        return this.#look(member, random.pick(others).patientId!, random.between(1, 2), incident)
      }
      case 'confidential':
        return this.#look(member, this.#anyone(({ confidential }) => confidential).id, random.between(1, 2), incident)
      case 'single-look':
        return this.#look(member, this.#anyone().id, 1, incident)
      case 'look-at-own-patient':
        return this.#openOwnPatient(incident)
      case 'deceased':
        return this.#openDeceased(member, incident)
      case 'bulk':
        return this.#collect(member, this.#workday(member), random.between(25, 60), incident)
      case 'slow-collection':
        return this.#collectSlowly(incident)
      case 'enumeration':
        return this.#enumerate(member, incident)
      case 'emergency-misuse':
      case 'documented-emergency':
        return this.#pretendEmergency(member, incident)
      case 'stolen-account':
        return this.#steal(incident)
      default:
        throw new Error(`No such scenario: ${String(scenario satisfies never)}`)
    }
  }

  #anyone(isOne: (patient: ClinicPatient) => boolean = () => true): ClinicPatient {
    return this.#log.random.pick(this.#log.people.patients.filter(isOne))
  }

  #workday(member: ClinicMember, from = 0): number {
    const { random, size } = this.#log
    const days = Array.from({ length: size.days }, (_, day) => day)
    const able = days.filter((day) => day >= from && this.#roster.works(member, day))
    return random.pick(able.length > 0 ? able : days)
  }

  #minute(): number {
    const { random } = this.#log
    return random.chance(0.75) ? random.between(8 * 60, 17 * 60) : random.between(18 * 60, 23 * 60)
  }

  #look(member: ClinicMember, patientId: string, days: number, incident: Incident): void {
    for (let n = 0; n < days; n++)
      this.#log.open(
        member.id,
        patientId,
        this.#workday(member),
        this.#minute(),
        this.#log.random.between(1, 4),
        incident,
      )
  }

  /** Curiosity about a confidential patient whom the member does care for. */
  #openOwnPatient(incident: Incident): void {
    const { links, patients, people, random, size } = this.#log
    const known = links.filter(
      ({ kind, patientId, from }) =>
        kind === 'appointment' &&
        patients.get(patientId)!.confidential &&
        this.#log.at(0, 0) <= from &&
        from < this.#log.at(size.days - 20, 0),
    )
    const { memberId, patientId, from } = random.pick(known)
    const member = people.members.find(({ id }) => id === memberId)!
    const day = Math.floor((from - this.#log.at(0, 0)) / 86_400_000) + random.between(3, 20)
    this.#log.open(member.id, patientId, day, this.#minute(), random.between(1, 4), incident)
  }

  #openDeceased(member: ClinicMember, incident: Incident): void {
    const { random, size } = this.#log
    const last = this.#log.at(size.days - 1, 0)
    const patient = this.#anyone(({ deceasedAt }) => deceasedAt !== null && deceasedAt < last - 45 * 86_400_000)
    const from = Math.ceil((patient.deceasedAt! - this.#log.at(0, 0)) / 86_400_000) + 35
    this.#log.open(member.id, patient.id, this.#workday(member, from), this.#minute(), random.between(1, 3), incident)
  }

  #collect(member: ClinicMember, day: number, patients: number, incident: Incident): void {
    const from = this.#minute()
    for (let n = 0; n < patients; n++)
      this.#log.open(member.id, this.#anyone().id, day, from + n, this.#log.random.between(1, 2), incident)
  }

  #collectSlowly(incident: Incident): void {
    const { random, size, people } = this.#log
    const first = random.between(0, size.days - 40)
    const days = Array.from({ length: 35 }, (_, n) => first + n)
    // A person who is mostly away collects nothing.
    const present = people.members.filter((each) => days.filter((day) => this.#roster.works(each, day)).length >= 15)
    const member = random.pick(present)
    for (const day of days)
      if (this.#roster.works(member, day))
        for (let n = random.between(4, 7); n > 0; n--)
          this.#log.open(member.id, this.#anyone().id, day, this.#minute(), 1, incident)
  }

  #enumerate(member: ClinicMember, incident: Incident): void {
    const { random } = this.#log
    const day = this.#workday(member)
    const from = this.#minute()
    for (let n = 0, tries = random.between(40, 80); n < tries; n++) {
      if (!random.chance(0.12)) {
        this.#log.search(member.id, [], day, from + n / 2, incident)
        continue
      }
      const { id } = this.#anyone()
      this.#log.search(member.id, [id], day, from + n / 2, incident)
      this.#log.open(member.id, id, day, from + n / 2 + 0.1, 1, incident)
    }
  }

  #pretendEmergency(member: ClinicMember, incident: Incident): void {
    const log = this.#log
    const day = this.#workday(member)
    const minute = this.#minute()
    const { id } = this.#anyone()
    const from = log.at(day, minute)
    log.emergencies.push({
      id: `e${log.emergencies.length}`,
      memberId: member.id,
      patientId: id,
      from,
      until: from + 4 * 3_600_000,
      documentedAt: incident.scenario === 'documented-emergency' ? from + 3_600_000 : null,
    })
    log.open(member.id, id, day, minute, log.random.between(1, 4), incident)
  }

  /** At night: from the account of a person who is away or has left, or from one in use. */
  #steal(incident: Incident): void {
    const { random, people, size } = this.#log
    const left = people.members.find(({ disabledAt }) => disabledAt !== null)
    const away = this.#roster.returning[0]
    const kind = random.pick(['disabled', 'dormant', 'used'])
    const member = kind === 'disabled' ? left : kind === 'dormant' ? away : random.pick(people.members)
    if (member === undefined) throw new Error('No account can be stolen.')
    const day =
      kind === 'disabled'
        ? random.between(Math.ceil((member.disabledAt! - this.#log.at(0, 0)) / 86_400_000), size.days - 1)
        : random.between(kind === 'dormant' ? 46 : 0, kind === 'dormant' ? 54 : size.days - 1)
    const patients = kind === 'used' ? random.between(20, 60) : random.between(3, 20)
    for (let n = 0; n < patients; n++)
      this.#log.open(member.id, this.#anyone().id, day, random.between(0, 5 * 60), random.between(1, 2), incident)
  }
}
