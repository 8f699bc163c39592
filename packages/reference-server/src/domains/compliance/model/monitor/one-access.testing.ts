import { readFileSync } from 'node:fs'
import type { MonitorPolicy } from './monitor-policy.ts'
import { monitorAccesses, type MonitorResult } from './monitor-accesses.ts'
import type { MonitoredAccess, MonitoredFacts, MonitoredMember, MonitoredPatient } from './monitored-facts.ts'

export const shippedPolicy = JSON.parse(
  readFileSync(new URL('../../../../../packs/policy/access-monitor.json', import.meta.url), 'utf8'),
) as MonitorPolicy

const dayMs = 86_400_000
/** `at(1, 10)` is ten o'clock on Tuesday, January 6, 2026, in UTC. */
export const at = (day: number, hour: number): number => Date.UTC(2026, 0, 5, hour) + day * dayMs

export const member: MonitoredMember = {
  id: 'nurse',
  role: 'nurse',
  teamId: 'nurses',
  patientId: null,
  householdKey: 'home of the nurse',
  formerHouseholdKeys: [],
  surnameKeys: ['name of the nurse'],
  disabledAt: null,
  lastAccessAt: at(-1, 10),
}
export const patient: MonitoredPatient = {
  id: 'patient',
  confidential: false,
  householdKey: 'home of the patient',
  formerHouseholdKeys: [],
  surnameKeys: ['name of the patient'],
  deceasedAt: null,
  recordNumber: null,
}
export const access: MonitoredAccess = {
  id: 'access',
  at: at(1, 10),
  memberId: 'nurse',
  patientId: 'patient',
  action: 'open',
  sensitive: null,
}
const noFacts: MonitoredFacts = {
  members: [member],
  patients: [patient],
  links: [],
  covers: [],
  emergencies: [],
  shifts: [],
  suppressions: [],
}

export const monitor = (
  accesses: readonly MonitoredAccess[],
  facts: Partial<MonitoredFacts> = {},
  asOf: number = at(200, 0),
): MonitorResult => monitorAccesses(accesses, { ...noFacts, ...facts }, shippedPolicy, { timeZone: 'UTC', asOf })

/** Codes of the reasons of the only case, or none. */
export const codesOf = ({ cases }: MonitorResult): readonly string[] =>
  cases.flatMap(({ reasons }) => reasons.map(({ code }) => code)).toSorted()
