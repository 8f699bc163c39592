import { incidentCounts, type Scenario } from './clinic-incidents.testing.ts'
import { monitorClinic, type Clinic } from './create-clinic.testing.ts'
import { createExplainer } from './explain-access.ts'
import type { MonitorPolicy } from './monitor-policy.ts'

export interface Measured {
  readonly rows: number
  readonly cases: number
  readonly casesPer100MembersAndDay: number
  /** Share of the cases that contain misuse; and of the fifty with the highest scores. */
  readonly precision: number
  readonly precisionAt50: number
  /** Share of the honest accesses that a fact explains. */
  readonly honestExplained: number
  /** By scenario: incidents with a case, and all of them. */
  readonly found: ReadonlyMap<Scenario, { readonly found: number; readonly all: number }>
  /** By reason: cases that have it, and those of them that contain misuse. */
  readonly reasons: ReadonlyMap<string, { readonly cases: number; readonly misuse: number }>
}

const share = (part: number, all: number): number => (all === 0 ? 1 : part / all)

export const measureClinic = (clinic: Clinic, policy: MonitorPolicy): Measured => {
  const { accesses, labels, facts, size, time } = clinic
  const { cases } = monitorClinic(clinic, policy)
  const isMisuse = cases.map(({ accessIds }) => accessIds.some((id) => labels.has(id)))
  const found = new Map<Scenario, Set<number>>()
  for (const id of cases.flatMap(({ accessIds }) => accessIds)) {
    const label = labels.get(id)
    if (label === undefined) continue
    const scenario = label.scenario as Scenario
    found.set(scenario, (found.get(scenario) ?? new Set()).add(label.number))
  }
  const all = new Map<string, Set<number>>()
  for (const { scenario, number } of labels.values()) all.set(scenario, (all.get(scenario) ?? new Set()).add(number))
  const { explain } = createExplainer(facts, policy, time.asOf)
  const honest = accesses.filter(({ id, action }) => action === 'open' && !labels.has(id))
  const reasons = new Map<string, { cases: number; misuse: number }>()
  for (const [index, { reasons: own }] of cases.entries())
    for (const { code } of own) {
      const tally = reasons.get(code) ?? { cases: 0, misuse: 0 }
      reasons.set(code, tally)
      tally.cases++
      if (isMisuse[index] === true) tally.misuse++
    }
  return {
    rows: accesses.length,
    cases: cases.length,
    casesPer100MembersAndDay: (cases.length / size.days / facts.members.length) * 100,
    precision: share(isMisuse.filter(Boolean).length, cases.length),
    precisionAt50: share(isMisuse.slice(0, 50).filter(Boolean).length, Math.min(50, cases.length)),
    honestExplained: share(honest.filter((access) => explain(access) !== null).length, honest.length),
    found: new Map(
      (Object.keys(incidentCounts) as Scenario[]).map((scenario) => [
        scenario,
        { found: found.get(scenario)?.size ?? 0, all: all.get(scenario)?.size ?? 0 },
      ]),
    ),
    reasons,
  }
}
