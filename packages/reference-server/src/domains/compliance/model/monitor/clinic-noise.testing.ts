import type { ClinicLog } from './clinic-log.testing.ts'
import type { ClinicMember } from './clinic-people.testing.ts'
import type { ClinicRoster } from './clinic-roster.testing.ts'

/** Accesses of honest people that no register explains. Call it after the work of the clinic was added. */
export const addNoise = (log: ClinicLog, roster: ClinicRoster): void => {
  const { random, size, people } = log
  const ofRole = (...roles: readonly string[]): ClinicMember[] =>
    people.members.filter(({ role }) => roles.includes(role))
  const minute = (): number => random.between(8 * 60, 17 * 60)
  const patients = people.patients
  const numbers = new Map(patients.map(({ id }, number) => [id, number]))

  // The wrong patient: the row below, or anyone.
  for (const { at, memberId, patientId, action } of [...log.accesses]) {
    if (action !== 'open' || patientId === null || !random.chance(0.0025)) continue
    const next = numbers.get(patientId)! + random.pick([-1, 1])
    const wrong = random.chance(0.5) ? patients[next] : random.pick(patients)
    const minutes = (at - log.at(0, 0)) / 60_000 - 0.2
    const day = Math.floor(minutes / 1_440)
    if (wrong !== undefined) log.open(memberId, wrong.id, day, minutes - day * 1_440, 1)
  }
  for (let day = 0; day < size.days; day++) {
    if (!log.isWorkday(day)) continue
    // A patient calls or comes by, and no one registers it.
    for (const member of ofRole('nurse', 'front-desk', 'coordinator'))
      if (roster.works(member, day) && random.chance(0.1)) {
        const { id } = random.pick(patients)
        const at = minute()
        log.search(member.id, [id], day, at)
        log.open(member.id, id, day, at + 1, random.between(1, 2))
      }
    // A colleague asks for advice in the hallway.
    for (const member of ofRole('physician'))
      if (roster.works(member, day) && random.chance(0.06))
        log.open(member.id, random.pick(patients).id, day, minute(), random.between(1, 2))
    // Names are mistyped, and found at the second attempt.
    for (const member of ofRole('front-desk', 'nurse', 'biller'))
      for (let typos = random.between(0, 3); typos > 0 && roster.works(member, day); typos--) {
        const at = minute()
        log.search(member.id, [], day, at)
        log.search(member.id, [random.pick(patients).id], day, at + 0.3)
      }
  }
  const workday = (): number =>
    Array.from({ length: 3 }, () => random.between(0, size.days - 1)).find(log.isWorkday) ?? 0
  // Calls along a list that is on paper.
  for (let lists = Math.round((3 * size.pods) / 4); lists > 0; lists--) {
    const member = random.pick(ofRole('nurse', 'coordinator'))
    const day = workday()
    for (let calls = random.between(8, 15); calls > 0; calls--)
      log.open(member.id, random.pick(patients).id, day, minute(), 1)
  }
  // A colleague gets a vaccination without an appointment.
  const colleagues = people.members.filter(({ patientId }) => patientId !== null)
  for (let shots = Math.round((5 * size.pods) / 4); shots > 0; shots--)
    log.open(random.pick(ofRole('nurse')).id, random.pick(colleagues).patientId!, workday(), minute(), 2)
}
