import type { ClinicLog } from './clinic-log.testing.ts'
import type { ClinicMember, ClinicPatient } from './clinic-people.testing.ts'
import type { ClinicRoster } from './clinic-roster.testing.ts'

const dayMs = 86_400_000
const minuteMs = 60_000

/** Care, and the work around it, that the registers of the clinic know. */
export class ClinicWork {
  readonly #log: ClinicLog
  readonly #roster: ClinicRoster
  readonly #physicians: readonly ClinicMember[]
  readonly #panels: ReadonlyMap<number, readonly ClinicPatient[]>

  constructor(log: ClinicLog, roster: ClinicRoster) {
    this.#log = log
    this.#roster = roster
    this.#physicians = this.#ofRole('physician')
    this.#panels = Map.groupBy(log.people.patients, ({ panel }) => panel)
  }

  addAll(): void {
    const { days } = this.#log.size
    for (let day = -30; day < days + 7; day++) this.#workDay(day)
    for (let day = 0; day < days; day++) this.#nightOf(day)
    for (let day = 2; day < days; day += 7) this.#reviewQuality(day)
  }

  #ofRole(role: string, pod?: number): ClinicMember[] {
    return this.#log.people.members.filter((each) => each.role === role && (pod === undefined || each.pod === pod))
  }

  #workDay(day: number): void {
    const { random } = this.#log
    if (!this.#log.isWorkday(((day % 7) + 7) % 7)) return
    for (const [index, physician] of this.#physicians.entries())
      for (let visits = random.between(5, 8); visits > 0; visits--) {
        const panel = this.#panels.get(index) ?? []
        const patient = random.pick(random.chance(0.85) && panel.length > 0 ? panel : this.#log.people.patients)
        if (patient.deceasedAt !== null && patient.deceasedAt < this.#log.at(day, 0)) continue
        this.#visit(physician, patient, day, random.between(8 * 60, 16 * 60 + 30))
      }
  }

  #visit(physician: ClinicMember, { id }: ClinicPatient, day: number, minute: number): void {
    const log = this.#log
    const { random } = log
    const { pod } = physician
    const nurse = random.pick(this.#ofRole('nurse', pod))
    const assistant = random.pick(this.#ofRole('assistant', pod))
    const from = log.at(day, minute)
    const until = from + 30 * minuteMs
    for (const each of [physician, nurse, assistant]) log.link('appointment', id, { memberId: each.id }, from, until)
    log.link('task', id, { teamId: `front-desk ${pod}` }, log.at(day - 2, 0), log.at(day, 20 * 60))
    log.link('claim', id, { teamId: 'billing' }, log.at(day + 2, 0), log.at(day + 3, 0))
    const open = (member: ClinicMember, onDay: number, atMinute: number, times: number): void => {
      const present = this.#roster.standIn(member, onDay)
      if (present !== undefined) log.open(present.id, id, onDay, atMinute, times)
    }
    const workday = (onDay: number): number => (log.isWorkday(((onDay % 7) + 7) % 7) ? onDay : onDay + 2)

    const frontDesk = random.pick(this.#ofRole('front-desk', pod))
    if (random.chance(0.6)) open(physician, day, random.between(7 * 60, 8 * 60), random.between(1, 2))
    const present = this.#roster.standIn(frontDesk, day)
    if (present !== undefined) log.search(present.id, [id], day, minute - 11)
    open(frontDesk, day, minute - 10, random.between(1, 2))
    open(assistant, day, minute - 5, random.between(1, 2))
    open(nurse, day, minute, random.between(1, 3))
    open(physician, day, minute + 5, random.between(2, 4))
    // Charting at home.
    if (random.chance(0.3)) open(physician, day, random.between(19 * 60, 22 * 60), random.between(1, 3))
    open(random.pick(this.#ofRole('biller')), workday(day + 2), random.between(8 * 60, 17 * 60), random.between(1, 2))
    if (random.chance(0.35)) this.#result(physician, nurse, id, day, open)
    if (random.chance(0.3)) this.#message(physician, nurse, id, workday(day + random.between(1, 25)), open)
    if (random.chance(0.08)) {
      const coordinator = this.#ofRole('coordinator', pod)[0]!
      log.link('referral', id, { memberId: coordinator.id }, from, from + 14 * dayMs)
      open(coordinator, workday(day + random.between(1, 14)), random.between(9 * 60, 16 * 60), random.between(1, 3))
    }
    // A clinician wants to know how it went, long after the visit.
    if (random.chance(0.01)) open(physician, workday(day + random.between(33, 50)), random.between(9 * 60, 17 * 60), 1)
  }

  #result(
    physician: ClinicMember,
    nurse: ClinicMember,
    patientId: string,
    day: number,
    open: (member: ClinicMember, day: number, minute: number, times: number) => void,
  ): void {
    const log = this.#log
    const { random } = log
    const arrives = day + random.between(1, 4)
    log.link('lab-order', patientId, { memberId: physician.id }, log.at(day, 12 * 60), log.at(arrives, 23 * 60))
    log.link('task', patientId, { memberId: nurse.id }, log.at(arrives, 0), log.at(arrives + 2, 0))
    open(physician, arrives, random.between(7 * 60, 21 * 60), random.between(1, 2))
    open(nurse, arrives, random.between(9 * 60, 17 * 60), random.between(1, 2))
  }

  #message(
    physician: ClinicMember,
    nurse: ClinicMember,
    patientId: string,
    day: number,
    open: (member: ClinicMember, day: number, minute: number, times: number) => void,
  ): void {
    const log = this.#log
    const { random } = log
    const kind = random.chance(0.4) ? 'refill' : 'message'
    log.link(kind, patientId, { teamId: `nurse ${nurse.pod}` }, log.at(day, 0), log.at(day, 24 * 60))
    open(nurse, day, random.between(9 * 60, 17 * 60), random.between(1, 2))
    if (!random.chance(0.3)) return
    log.link(kind, patientId, { memberId: physician.id }, log.at(day, 0), log.at(day, 24 * 60))
    open(physician, day, random.between(12 * 60, 20 * 60), 1)
  }

  /** Calls to those on call, with a task or as an emergency. Nearly all emergencies are documented the same night, some too late. */
  #nightOf(day: number): void {
    const log = this.#log
    const { random, size } = log
    const onCall = log.shifts.filter(({ from }) => log.at(day, 0) <= from && from < log.at(day + 1, 0))
    for (const { memberId } of onCall)
      for (let calls = random.between(0, size.pods >> 1); calls > 0; calls--) {
        const { id } = random.pick(log.people.patients)
        const minute = random.between(19 * 60 + 5, 30 * 60)
        const at = log.at(day, minute)
        if (random.chance(0.85)) log.link('task', id, { memberId }, at - 5 * minuteMs, at + 60 * minuteMs)
        else {
          const documentedAt =
            at + (random.chance(0.93) ? random.between(10, 600) : random.between(1_500, 4_000)) * minuteMs
          const number = log.emergencies.length
          log.emergencies.push({
            id: `e${number}`,
            memberId,
            patientId: id,
            from: at,
            until: at + 4 * 60 * minuteMs,
            documentedAt,
          })
        }
        log.open(memberId, id, day, minute, random.between(2, 4))
      }
  }

  /** A study of quality with an approved purpose. */
  #reviewQuality(day: number): void {
    const log = this.#log
    for (const member of this.#ofRole('reviewer'))
      for (let reviewed = log.random.between(10, 25); reviewed > 0; reviewed--) {
        const { id } = log.random.pick(log.people.patients)
        log.link('purpose', id, { memberId: member.id }, log.at(day, 0), log.at(day + 1, 0))
        log.open(member.id, id, day, log.random.between(9 * 60, 17 * 60), 2)
      }
  }
}
