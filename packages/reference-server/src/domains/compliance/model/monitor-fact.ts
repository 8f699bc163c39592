import type { components } from '@visitkit/contract'
import type { MonitoredMember, MonitoredPatient } from './monitor/monitored-facts.ts'

type Kind = components['schemas']['MonitorFactKind']

/** What the organization knows of a patient, and no other part of the record says. */
export interface MonitorFact {
  readonly id: string
  readonly patientId: string
  readonly kind: Kind
  /** Null for `confidential` only. */
  readonly memberId: string | null
  readonly createdAt: Date
  readonly createdBy: string
  /** Null while it is in the list. */
  readonly removedAt: Date | null
}

/** Otherwise a privacy officer could remove the mark of a patient, open the record unseen, and set the mark again. */
const daysAfterRemoval = 30

/** What was removed later still counts. */
export const countsSince = (now: Date): Date => new Date(now.getTime() - daysAfterRemoval * 86_400_000)

/** What the monitor compares: people of one home have the same key. */
interface HomeKeys {
  readonly householdKey: string | null
  readonly formerHouseholdKeys: readonly string[]
}
export type MemberHome = Pick<MonitoredMember, 'patientId'> & HomeKeys
export type PatientHome = Pick<MonitoredPatient, 'confidential'> & HomeKeys

interface Homes {
  readonly memberOf: (memberId: string) => MemberHome
  readonly patientOf: (patientId: string) => PatientHome
  /** Members with a record of their own. */
  readonly colleagues: readonly string[]
}

/** Members and patients who live together, also by way of a third person, have one key. */
const homeKeysOf = (facts: readonly MonitorFact[]): ReadonlyMap<string, string> => {
  const keys = new Map<string, string>()
  const join = (one: string, other: string): void => {
    const [from, to] = [keys.get(other) ?? other, keys.get(one) ?? one]
    for (const [person, key] of keys) if (key === from) keys.set(person, to)
    keys.set(one, to)
    keys.set(other, to)
  }
  for (const { kind, memberId, patientId } of facts)
    if (kind === 'household' && memberId !== null) join(`member:${memberId}`, `patient:${patientId}`)
  return keys
}

/** The facts in the form of the monitor. */
export const homesOf = (facts: readonly MonitorFact[]): Homes => {
  const keys = homeKeysOf(facts)
  const former = facts.filter(({ kind }) => kind === 'former-household')
  const own = new Map(
    facts.flatMap(({ kind, memberId, patientId }) =>
      kind === 'own-record' && memberId !== null ? [[memberId, patientId] as const] : [],
    ),
  )
  const confidential = new Set(facts.flatMap(({ kind, patientId }) => (kind === 'confidential' ? [patientId] : [])))
  return {
    colleagues: [...own.keys()],
    memberOf: (memberId) => ({
      patientId: own.get(memberId) ?? null,
      householdKey: keys.get(`member:${memberId}`) ?? null,
      formerHouseholdKeys: former.flatMap((fact) => (fact.memberId === memberId ? [fact.id] : [])),
    }),
    patientOf: (patientId) => ({
      confidential: confidential.has(patientId),
      householdKey: keys.get(`patient:${patientId}`) ?? null,
      formerHouseholdKeys: former.flatMap((fact) => (fact.patientId === patientId ? [fact.id] : [])),
    }),
  }
}
