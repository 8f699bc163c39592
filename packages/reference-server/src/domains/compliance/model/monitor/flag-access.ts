import type { Explainer, Explanation } from './explain-access.ts'
import { isWeekend, type LocalTime } from './local-time.ts'
import type { FlagCode } from './flag-code.ts'
import type { MonitorPolicy } from './monitor-policy.ts'
import type { MonitoredAccess, MonitoredFacts, MonitoredMember, MonitoredPatient, Shift } from './monitored-facts.ts'

const dayMs = 86_400_000

export interface Flagger {
  /** Flags of an access that opened a record. Of an explained one only what concerns the account. */
  readonly flag: (access: MonitoredAccess, time: LocalTime, explanation: Explanation | null) => readonly FlagCode[]
  /** Whether an explained access is one for a second look: an explanation also hides misuse by those who have a real relationship. */
  readonly deservesSecondLook: (access: MonitoredAccess) => boolean
}

const isFormer = (one: MonitoredMember, other: MonitoredPatient): boolean => {
  const ofOne = [one.householdKey, ...one.formerHouseholdKeys]
  const ofOther = new Set([other.householdKey, ...other.formerHouseholdKeys])
  return ofOne.some((key) => key !== null && ofOther.has(key))
}

export const createFlagger = (facts: MonitoredFacts, policy: MonitorPolicy, explainer: Explainer): Flagger => {
  const members = new Map(facts.members.map((member) => [member.id, member]))
  const patients = new Map(facts.patients.map((patient) => [patient.id, patient]))
  const coWorkers = new Set(facts.members.flatMap(({ patientId }) => patientId ?? []))
  const shifts = new Map<string, Shift[]>()
  for (const shift of facts.shifts) {
    const own = shifts.get(shift.memberId)
    if (own === undefined) shifts.set(shift.memberId, [shift])
    else own.push(shift)
  }

  /** What connects the two as persons. One's own record is neither a relative's nor a colleague's. */
  const personFlags = (member: MonitoredMember, patient: MonitoredPatient): FlagCode[] => {
    if (member.patientId === patient.id) return ['self']
    const flags: FlagCode[] = []
    if (patient.confidential) flags.push('confidential')
    if (coWorkers.has(patient.id)) flags.push('co-worker')
    if (member.householdKey !== null && member.householdKey === patient.householdKey) flags.push('household')
    else if (isFormer(member, patient)) flags.push('former-household')
    else if (member.surnameKeys.some((key) => patient.surnameKeys.includes(key))) flags.push('surname-and-postal-code')
    return flags
  }
  const isAfterHours = ({ memberId, at }: MonitoredAccess, { day, minute }: LocalTime): boolean => {
    const { fromHour, untilHour } = policy.workday
    if (!isWeekend(day) && fromHour * 60 <= minute && minute < untilHour * 60) return false
    return !(shifts.get(memberId) ?? []).some(({ from, until }) => from <= at && at < until)
  }
  const emergencyFlags = (access: MonitoredAccess): FlagCode[] => {
    const emergency = explainer.emergencyOf(access)
    if (emergency === undefined) return []
    return explainer.isDocumented(emergency) ? ['emergency'] : ['emergency', 'emergency-not-documented']
  }

  const flag: Flagger['flag'] = (access, time, explanation) => {
    const member = members.get(access.memberId)
    const flags: FlagCode[] = []
    if (member !== undefined && member.disabledAt !== null && member.disabledAt <= access.at)
      flags.push('disabled-account')
    if (explanation !== null) return flags
    flags.push('unexplained')
    const patient = access.patientId === null ? undefined : patients.get(access.patientId)
    if (member !== undefined && patient !== undefined) flags.push(...personFlags(member, patient))
    const diedAt = patient?.deceasedAt ?? null
    if (diedAt !== null && diedAt + policy.deceasedDays * dayMs <= access.at) flags.push('deceased')
    flags.push(...emergencyFlags(access))
    if (access.sensitive !== null) flags.push('sensitive')
    if (isAfterHours(access, time)) flags.push('after-hours')
    return flags
  }
  const deservesSecondLook: Flagger['deservesSecondLook'] = ({ memberId, patientId }) => {
    const member = members.get(memberId)
    const patient = patientId === null ? undefined : patients.get(patientId)
    if (member === undefined || patient === undefined) return false
    return personFlags(member, patient).some((code) => code === 'household' || code === 'confidential')
  }
  return { flag, deservesSecondLook }
}
