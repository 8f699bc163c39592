import type { ClinicLog } from './clinic-log.testing.ts'
import type { ClinicMember } from './clinic-people.testing.ts'

/** Who works on which day, and who does the work of those who are absent. */
export class ClinicRoster {
  readonly #absent = new Set<string>()
  readonly #log: ClinicLog
  /** Members who were away for two months and return. */
  readonly returning: readonly ClinicMember[]

  constructor(log: ClinicLog) {
    this.#log = log
    const { random, size, people } = log
    const shuffled = random.shuffled(people.members.filter(({ role }) => role !== 'reviewer'))
    this.returning = shuffled.slice(0, size.pods >> 1)
    for (const member of this.returning) this.#leave(member, 0, random.between(55, 62))
    // Those who leave the organization: their accounts are disabled and used no more.
    for (const member of shuffled.slice(-(size.pods >> 1))) {
      const last = random.between(40, 70)
      member.disabledAt = log.at(last, 24 * 60)
      this.#leave(member, last + 1, size.days)
    }
    for (const member of people.members) {
      const vacation = random.between(0, size.days - 7)
      this.#leave(member, vacation, vacation + random.between(4, 9))
      for (let day = 0; day < size.days; day++) if (random.chance(0.02)) this.#leave(member, day, day + 1)
    }
    this.#coverAbsent()
    this.#addNights()
  }

  works(member: ClinicMember, day: number): boolean {
    return this.#log.isWorkday(day) && !this.#absent.has(`${member.id} ${day}`)
  }

  /** The member, or who covers them. Undefined: the work waits, because no one does that of an absent member on a weekend. */
  standIn(member: ClinicMember, day: number): ClinicMember | undefined {
    if (!this.#absent.has(`${member.id} ${day}`)) return member
    const { covers, people } = this.#log
    const at = this.#log.at(day, 12 * 60)
    const cover = covers.find(({ coveredId, from, until }) => coveredId === member.id && from <= at && at < until)
    return cover === undefined ? undefined : people.members.find(({ id }) => id === cover.memberId)
  }

  #leave({ id }: ClinicMember, from: number, until: number): void {
    for (let day = from; day < until; day++) this.#absent.add(`${id} ${day}`)
  }

  #coverAbsent(): void {
    const { random, size, people, covers } = this.#log
    for (let day = 0; day < size.days; day++)
      for (const member of people.members) {
        if (!this.#log.isWorkday(day) || this.works(member, day)) continue
        const peers = people.members.filter(({ role }) => role === member.role).filter((each) => this.works(each, day))
        const near = peers.filter(({ pod }) => pod === member.pod)
        if (peers.length === 0) continue
        const { id } = random.pick(near.length > 0 ? near : peers)
        covers.push({ memberId: id, coveredId: member.id, from: this.#log.at(day, 0), until: this.#log.at(day + 1, 0) })
      }
  }

  /** A physician and a nurse are on call each night and on weekends. */
  #addNights(): void {
    const { random, size, people, shifts } = this.#log
    for (let day = 0; day < size.days; day++)
      for (const role of ['physician', 'nurse']) {
        const able = people.members.filter((each) => each.role === role && !this.#absent.has(`${each.id} ${day}`))
        const { id } = random.pick(able)
        const from = this.#log.isWorkday(day) ? 19 * 60 : 0
        shifts.push({ memberId: id, from: this.#log.at(day, from), until: this.#log.at(day + 1, 7 * 60) })
      }
  }
}
