import type { DueRecord, LegalHold, RecordErasure, RetentionSchedule } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleMe, samplePatient } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const day = 1440 * minute

/** Two records whose time is over, one of them held, and one that was erased. */
export const retentionSample: SampleDomain = ({ now, newId }) => {
  const by = { memberId: sampleMe.practitioner.personId, displayName: sampleMe.practitioner.displayName }
  const on = (days: number): string => instant(now() + days * day).slice(0, 10)
  const patientOf = (id: string, given: string, age: number) => ({
    ...samplePatient,
    ...{ id, displayName: `${given} Sample`, age },
  })
  let schedule: RetentionSchedule = {
    periods: [
      { class: 'medical', years: 10, leastYears: 5 },
      { class: 'financial', years: 10, leastYears: 10 },
      { class: 'accesses', years: 6, leastYears: 6 },
    ],
    majorityAge: 18,
    version: 0,
  }
  let due: DueRecord[] = [
    {
      ...{ patientId: 'patient-old', patient: patientOf('patient-old', 'Ada', 71) },
      ...{ lastActiveOn: on(-3_700), keptUntil: on(-48), isHeld: false },
    },
    {
      ...{ patientId: 'patient-held', patient: patientOf('patient-held', 'Ben', 44) },
      ...{ lastActiveOn: on(-3_900), keptUntil: on(-248), isHeld: true },
    },
  ]
  let holds: LegalHold[] = [
    {
      ...{ id: 'hold-1', patientId: 'patient-held', patient: patientOf('patient-held', 'Ben', 44), version: 1 },
      ...{ reason: 'litigation', text: 'A letter of the family’s lawyer, of last spring.' },
      ...{ placedAt: instant(now() - 200 * day), placedBy: by },
    },
  ]
  let erasures: RecordErasure[] = [
    {
      ...{ id: 'erasure-1', patientId: 'patient-erased', basis: 'retention-ended', status: 'erased' },
      ...{ approvedAt: instant(now() - 20 * day), approvedBy: by, erasedAt: instant(now() - 20 * day) },
      certificate: { text: '{"kind":"visitkit erasure","id":"erasure-1"}', signature: 'c2FtcGxl' },
    },
  ]
  return () => ({
    getRetentionSchedule: () => schedule,
    changeRetentionSchedule: ({ body: { version, ...years } }) => {
      if (version !== schedule.version) return problem(409, 'version_conflict')
      if (schedule.periods.some((each) => years[each.class] < each.leastYears))
        return problem(422, 'retention_too_short')
      schedule = {
        ...schedule,
        periods: schedule.periods.map((each) => ({ ...each, years: years[each.class] })),
        ...{ changedAt: instant(now()), changedBy: by, version: version + 1 },
      }
      return schedule
    },
    getRetentionSummary: () => ({
      due: due.filter(({ isHeld }) => !isHeld).length,
      held: holds.filter(({ releasedAt }) => releasedAt === undefined).length,
      erased: erasures.length,
    }),
    listDueRecords: ({ query }) => page(due, query),
    approveErasure: ({ body: { patientId, basis } }) => {
      if (due.some((each) => each.patientId === patientId && each.isHeld)) return problem(409, 'record_held')
      const made: RecordErasure = {
        ...{ id: newId('erasure'), patientId, basis, status: 'approved' },
        ...{ approvedAt: instant(now()), approvedBy: by },
      }
      due = due.filter((each) => each.patientId !== patientId)
      erasures = [made, ...erasures]
      return made
    },
    listErasures: ({ query }) => page(erasures, query),
    listLegalHolds: ({ query }) =>
      page(
        holds.filter(({ releasedAt }) => (releasedAt !== undefined) === (query.released ?? false)),
        query,
      ),
    placeLegalHold: ({ body }) => {
      const placed: LegalHold = {
        ...{ id: newId('hold'), ...body, patient: patientOf(body.patientId, 'Robin', 42) },
        ...{ placedAt: instant(now()), placedBy: by, version: 1 },
      }
      holds = [placed, ...holds]
      return placed
    },
    releaseLegalHold: ({ path, body: { reason, version } }) => {
      const before = find(holds, path.holdId)
      if (before.version !== version) return problem(409, 'version_conflict')
      const after: LegalHold = {
        ...before,
        ...{ releasedAt: instant(now()), releasedBy: by, releaseReason: reason, version: version + 1 },
      }
      holds = holds.map((each) => (each.id === after.id ? after : each))
      due = due.map((each) => (each.patientId === after.patientId ? { ...each, isHeld: false } : each))
      return after
    },
  })
}
