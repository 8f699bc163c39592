import { ClinicIncidents } from './clinic-incidents.testing.ts'
import { ClinicLog, clinicStart, clinicZone, type Incident } from './clinic-log.testing.ts'
import { addNoise } from './clinic-noise.testing.ts'
import { createPeople, type ClinicSize } from './clinic-people.testing.ts'
import { ClinicRoster } from './clinic-roster.testing.ts'
import { ClinicWork } from './clinic-work.testing.ts'
import type { MonitorPolicy } from './monitor-policy.ts'
import { monitorAccesses, type MonitorResult } from './monitor-accesses.ts'
import type { MonitoredAccess, MonitoredFacts } from './monitored-facts.ts'
import { SeededRandom } from './seeded-random.testing.ts'

export interface Clinic {
  readonly accesses: readonly MonitoredAccess[]
  readonly facts: MonitoredFacts
  /** By the id of an access: the misuse that it is a part of. The monitor does not read them. */
  readonly labels: ReadonlyMap<string, Incident>
  readonly size: ClinicSize
  readonly time: { readonly timeZone: string; readonly asOf: number }
}

export const usualSize: ClinicSize = { pods: 4, patients: 4_000, days: 90 }

/** A fictional clinic with its rosters, its work and its misuse. Equal seeds give equal clinics. */
export const createClinic = (seed: number, size: ClinicSize = usualSize): Clinic => {
  const random = new SeededRandom(seed)
  const log = new ClinicLog(random, createPeople(random, size, clinicStart), size)
  const roster = new ClinicRoster(log)
  new ClinicWork(log, roster).addAll()
  addNoise(log, roster)
  new ClinicIncidents(log, roster).addAll()
  const asOf = log.at(size.days + 7, 0)
  return { accesses: log.accesses, facts: log.facts(), labels: log.labels, size, time: { timeZone: clinicZone, asOf } }
}

export const monitorClinic = ({ accesses, facts, time }: Clinic, policy: MonitorPolicy): MonitorResult =>
  monitorAccesses(accesses, facts, policy, time)
