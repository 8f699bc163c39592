import type { AccessCase, AccessCaseReport, AccessSuppression, MonitorFact } from '../../generated/models.ts'
import { problem } from '../test-problem.ts'
import type { SampleDomain } from './sample-domain.ts'
import { sampleMe, samplePatientSummary } from './sample-people.ts'
import { find, instant, minute, page } from './sample-state.ts'

const day = 1440 * minute
const officer = { memberId: sampleMe.practitioner.personId, displayName: sampleMe.practitioner.displayName }

/** Cases of the access monitor: one waits, one is listed for a second look, and the clinician of the sample is also the privacy officer. */
export const accessCasesSample: SampleDomain = ({ state, live, now, newId }) => {
  const opened = now() - 2 * day
  const dayOf = (at: number): string => instant(at).slice(0, 10)
  const cases: AccessCaseReport[] = [
    {
      id: 'access-case-1',
      member: { memberId: 'member-nia', displayName: 'Nia Specimen' },
      date: dayOf(opened),
      score: 9,
      reasons: [
        { code: 'confidential', points: 6, accesses: 1, patients: 1, firstMinute: 1264 },
        { code: 'unexplained', points: 2, accesses: 3, patients: 2, firstMinute: 1261 },
        { code: 'after-hours', points: 1, accesses: 3, patients: 2, firstMinute: 1261 },
      ],
      accessCount: 3,
      status: 'open',
      openedAt: instant(opened),
      dueAt: instant(opened + 7 * day),
      accesses: state.accesses.filter(({ actor }) => actor.kind === 'member').slice(0, 3),
      patients: [samplePatientSummary],
      version: 1,
    },
    {
      id: 'access-case-2',
      member: { memberId: 'member-lee', displayName: 'Lee Specimen' },
      date: dayOf(opened),
      score: 0,
      reasons: [{ code: 'second-look', points: 0, accesses: 1, patients: 1, firstMinute: 615 }],
      accessCount: 1,
      status: 'open',
      openedAt: instant(opened),
      dueAt: instant(opened + 7 * day),
      accesses: state.accesses.filter(({ actor }) => actor.kind === 'member').slice(0, 1),
      patients: [samplePatientSummary],
      version: 1,
    },
  ]
  const suppressions: AccessSuppression[] = []
  const facts: MonitorFact[] = [
    {
      id: 'monitor-fact-1',
      patientId: samplePatientSummary.id,
      patient: samplePatientSummary,
      kind: 'confidential',
      createdAt: instant(opened),
    },
  ]
  const shown = (report: AccessCaseReport): AccessCase => {
    const one: AccessCase & Partial<Pick<AccessCaseReport, 'accesses' | 'patients' | 'note'>> = { ...report }
    delete one.accesses
    delete one.patients
    delete one.note
    return one
  }
  const changed = (one: AccessCaseReport): AccessCase => {
    one.version += 1
    live.emit({ type: 'access-case.changed', ids: { caseId: one.id } })
    return shown(one)
  }
  const current = (id: string, version: number): AccessCaseReport => {
    const one = find(cases, id)
    if (one.status === 'closed') throw problem(409, 'case_closed')
    if (one.version !== version) throw problem(409, 'version_conflict')
    return one
  }
  const memberOf = (memberId: string) => (memberId === officer.memberId ? officer : { memberId, displayName: null })
  return () => ({
    listAccessCases: ({ query: { closed = false, secondLooks = false, ...paging } }) =>
      page(
        cases
          .filter(({ status, score }) =>
            closed ? status === 'closed' : status !== 'closed' && (score === 0) === secondLooks,
          )
          .map(shown),
        paging,
      ),
    getAccessCase: ({ path }) => find(cases, path.caseId),
    assignAccessCase: ({ path, body: { memberId = officer.memberId, version } }) => {
      const one = current(path.caseId, version)
      if (memberId === one.member.memberId) return problem(422, 'own_case')
      return changed(Object.assign(one, { status: 'assigned', assignedTo: memberOf(memberId) }))
    },
    closeAccessCase: ({ path, body: { disposition, note, incidentId, version } }) => {
      const one = current(path.caseId, version)
      const isClosed = disposition !== 'needs-follow-up'
      return changed(
        Object.assign(one, {
          status: isClosed ? 'closed' : 'assigned',
          assignedTo: one.assignedTo ?? officer,
          ...{ disposition, note },
          ...(incidentId !== undefined && { incidentId }),
          ...(isClosed && { closedBy: officer, closedAt: instant(now()) }),
        }),
      )
    },
    suppressAccessReason: ({ path, body: { code, until, reason } }) => {
      const { member, reasons } = find(cases, path.caseId)
      if (!reasons.some((each) => each.code === code) || until < dayOf(now()))
        return problem(422, 'suppression_refused')
      const suppression = {
        ...{ member, code, until, reason },
        id: newId('suppression'),
        createdAt: instant(now()),
        createdBy: officer,
        version: 1,
      }
      suppressions.unshift(suppression)
      return suppression
    },
    listAccessSuppressions: ({ query }) => page(suppressions, query),
    endAccessSuppression: ({ path }) =>
      Object.assign(find(suppressions, path.suppressionId), { endedAt: instant(now()) }),
    listMonitorFacts: ({ query }) => page(facts, query),
    addMonitorFact: ({ body: { patientId, kind, memberId } }) => {
      if (facts.some((fact) => fact.patientId === patientId && fact.kind === kind)) return problem(409, 'fact_exists')
      const fact: MonitorFact = {
        ...{ patientId, kind },
        id: newId('monitor-fact'),
        patient: { ...samplePatientSummary, id: patientId },
        ...(memberId !== undefined && { member: memberOf(memberId) }),
        createdAt: instant(now()),
      }
      facts.unshift(fact)
      return fact
    },
    removeMonitorFact: ({ path }) => {
      facts.splice(facts.indexOf(find(facts, path.factId)), 1)
      return undefined
    },
    measureAccessCases: () => ({
      items: cases
        .filter(({ status }) => status === 'closed')
        .flatMap(({ reasons, disposition }) =>
          reasons.map(({ code }) => ({ code, closed: 1, inappropriate: disposition === 'inappropriate' ? 1 : 0 })),
        ),
    }),
  })
}
