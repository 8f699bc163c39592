import { beforeAll, describe, expect, it } from 'vitest'
import { loadObligationPolicy } from '../packs/load-obligation-policy.ts'
import { listDueReviews, type ReviewedAccess } from './access-review.ts'
import { addDays, type Day } from './day.ts'
import { listFindings, totalsOf, type Duties, type Finding } from './findings.ts'
import { assessIncident, sendNotice, type IncidentFacts } from './incident.ts'
import { completeObligation, newObligation, type Obligation } from './obligation.ts'
import type { ObligationPolicy } from './obligation-policy.ts'
import { remindersOf } from './reminder.ts'
import { changeRisk, newRisk, type Risk } from './risk.ts'
import { listTrainings, type Colleague, type Completed, type Course } from './training.ts'

const start: Day = '2027-01-01'
const owner = 'owner'
const members: readonly Colleague[] = [
  { memberId: owner, displayName: 'Owen Sample', roles: ['administrator'], since: start },
  { memberId: 'nurse', displayName: 'Nia Sample', roles: ['nurse'], since: addDays(start, 100) },
]
const course: Course = {
  id: 'course',
  title: 'Privacy',
  validDays: 365,
  roles: ['nurse'],
  stopsAccess: false,
  requiredFrom: start,
  active: true,
  version: 1,
}

/** Everything that an organization records. */
interface Recorded {
  obligations: Obligation[]
  completed: Completed[]
  reviewed: ReviewedAccess[]
  risks: Risk[]
  incidents: IncidentFacts[]
}

describe('the obligations of a year', () => {
  let policy: ObligationPolicy
  beforeAll(async () => {
    policy = await loadObligationPolicy()
  })

  const atStart = (): Recorded => ({
    obligations: policy.required.map((kind) =>
      newObligation(kind, { kind, title: kind, ownerId: owner, lastCompletedOn: start }, start, policy),
    ),
    completed: [],
    reviewed: [],
    risks: [
      newRisk(
        'risk',
        { asset: 'Laptops', threat: 'Theft', likelihood: 3, impact: 4, treatment: 'mitigate', ownerId: owner },
        start,
        policy,
      ),
    ],
    incidents: [],
  })

  const dutiesOn = (today: Day, { obligations, completed, reviewed, risks, incidents }: Recorded): Duties => {
    const present = members.filter(({ since }) => since <= today)
    return {
      obligations,
      trainings: listTrainings(present, [course], completed, today, policy),
      reviews: listDueReviews(present, reviewed, policy),
      risks,
      incidents,
      recordingVendor: null,
      memberIds: new Set(present.map(({ memberId }) => memberId)),
    }
  }
  const findingsOn = (today: Day, recorded: Recorded) => listFindings(dutiesOn(today, recorded), today, policy)

  const nameOf = ({ kind, obligationKind, member, recipient }: Finding): string =>
    [kind, obligationKind ?? member?.memberId ?? recipient].filter((part) => part !== undefined).join(' ')

  it('are found on exactly these days, when nothing is done', () => {
    const recorded = atStart()
    const seen = new Set<string>()
    const days: string[] = []
    for (let day = 0; day <= 370; day += 1)
      for (const finding of findingsOn(addDays(start, day), recorded)) {
        const what = `${nameOf(finding)} ${finding.status}`
        if (!seen.has(what)) days.push(`${day} ${what}`)
        seen.add(what)
      }
    expect(days).toEqual([
      '60 obligation restore-drill soon',
      '60 access-review owner soon',
      '91 obligation restore-drill overdue',
      '91 access-review owner overdue',
      '100 training nurse soon',
      '131 training nurse overdue',
      '153 obligation vulnerability-scan soon',
      '160 access-review nurse soon',
      '184 obligation vulnerability-scan overdue',
      '191 access-review nurse overdue',
      '335 obligation policy-review soon',
      '335 obligation risk-analysis soon',
      '335 obligation asset-inventory soon',
      '335 obligation agreement-verification soon',
      '335 obligation penetration-test soon',
      '335 risk-review soon',
      '366 obligation policy-review overdue',
      '366 obligation risk-analysis overdue',
      '366 obligation asset-inventory overdue',
      '366 obligation agreement-verification overdue',
      '366 obligation penetration-test overdue',
      '366 risk-review overdue',
    ])
  })

  it('remind their owners on exactly these days, when nothing is done', () => {
    const recorded = atStart()
    const last = new Map<string, Day>()
    const mails: string[] = []
    for (let day = 0; day <= 370; day += 1) {
      const today = addDays(start, day)
      const present = members.filter(({ since }) => since <= today)
      const found = findingsOn(today, recorded)
      for (const { memberId, soon, overdue } of remindersOf(found, recorded, present, last, today, policy)) {
        last.set(memberId, today)
        mails.push(`${day} ${memberId} ${soon} soon ${overdue} overdue`)
      }
    }
    const ofNurse = mails.filter((mail) => mail.includes('nurse'))
    // Required on day 100, due on day 130; then every week.
    expect(ofNurse.slice(0, 5)).toEqual([
      '100 nurse 1 soon 0 overdue',
      '123 nurse 1 soon 0 overdue',
      '130 nurse 1 soon 0 overdue',
      '131 nurse 0 soon 1 overdue',
      '138 nurse 0 soon 1 overdue',
    ])
    const ofOwner = mails.filter((mail) => mail.includes('owner'))
    expect(ofOwner.slice(0, 5)).toEqual([
      '60 owner 2 soon 0 overdue',
      '83 owner 2 soon 0 overdue',
      '90 owner 2 soon 0 overdue',
      '91 owner 0 soon 2 overdue',
      '98 owner 0 soon 2 overdue',
    ])
    // What comes up later is sent on its day, also between two weeks; never twice on a day.
    for (const day of [153, 335, 366])
      expect(
        ofOwner.some((mail) => mail.startsWith(`${day} `)),
        String(day),
      ).toBe(true)
    expect(new Set(mails.map((mail) => mail.split(' ').slice(0, 2).join(' '))).size).toBe(mails.length)
  })

  it('remind on the next day when nothing ran on the day, and of nothing once the work is done', () => {
    const recorded = atStart()
    const remind = (day: number, last: ReadonlyMap<string, Day>) => {
      const today = addDays(start, day)
      return remindersOf(findingsOn(today, recorded), recorded, members.slice(0, 1), last, today, policy)
    }
    expect(remind(93, new Map([[owner, addDays(start, 90)]]))).toEqual([{ memberId: owner, soon: 0, overdue: 2 }])
    expect(remind(93, new Map([[owner, addDays(start, 91)]]))).toEqual([])
    recorded.obligations = recorded.obligations.map((each) => completeObligation(each, addDays(start, 93)))
    recorded.reviewed.push({ memberId: owner, reviewedOn: addDays(start, 93), decision: 'confirmed' })
    expect(remind(99, new Map([[owner, addDays(start, 91)]]))).toEqual([])
  })

  it('reach those who run the program when no one who works here owns them', () => {
    const recorded = atStart()
    recorded.obligations = recorded.obligations.map((each) => ({ ...each, ownerId: 'gone' }))
    const officer: Colleague = {
      memberId: 'officer',
      displayName: 'Pia Sample',
      roles: ['privacy-officer'],
      since: start,
    }
    const today = addDays(start, 70)
    const reminded = (...more: readonly Colleague[]) =>
      remindersOf(
        findingsOn(today, recorded),
        recorded,
        [...members.slice(0, 1), ...more],
        new Map(),
        today,
        policy,
      ).map(({ memberId }) => memberId)
    expect(reminded()).toEqual([owner])
    expect(reminded(officer)).toEqual(['officer'])
  })

  it('end when the work is done, and in no other way', () => {
    const recorded = atStart()
    const today = addDays(start, 370)
    expect(new Set(findingsOn(today, recorded).map(({ status }) => status))).toEqual(new Set(['overdue']))
    for (const finding of findingsOn(today, recorded)) {
      const open = findingsOn(today, recorded).map(nameOf)
      if (finding.kind === 'obligation')
        recorded.obligations = recorded.obligations.map((each) =>
          each.id === finding.subjectId ? completeObligation(each, today) : each,
        )
      if (finding.kind === 'training')
        recorded.completed.push({ courseId: course.id, memberId: 'nurse', completedOn: today })
      if (finding.kind === 'access-review')
        recorded.reviewed.push({ memberId: finding.subjectId ?? '', reviewedOn: today, decision: 'confirmed' })
      if (finding.kind === 'risk-review')
        recorded.risks = recorded.risks.map((risk) => changeRisk(risk, {}, today, policy))
      expect(findingsOn(today, recorded).map(nameOf)).toEqual(open.filter((name) => name !== nameOf(finding)))
    }
    expect(findingsOn(today, recorded)).toEqual([])
    expect(totalsOf(dutiesOn(today, recorded), today, policy)).toEqual([
      { area: 'obligations', total: 7, inTime: 7, soon: 0, overdue: 0 },
      { area: 'training', total: 1, inTime: 1, soon: 0, overdue: 0 },
      { area: 'access-reviews', total: 2, inTime: 2, soon: 0, overdue: 0 },
      { area: 'risks', total: 1, inTime: 1, soon: 0, overdue: 0 },
      { area: 'incidents', total: 0, inTime: 0, soon: 0, overdue: 0 },
    ])
  })

  it('include a kind of which nothing is recorded, and what no one who works here owns', () => {
    const recorded = atStart()
    recorded.obligations = recorded.obligations.filter(({ kind }) => kind !== 'restore-drill')
    recorded.risks = recorded.risks.map((risk) => ({ ...risk, ownerId: 'gone' }))
    expect(findingsOn(start, recorded).map(nameOf)).toEqual(['nothing-recorded restore-drill', 'no-owner'])
  })

  const incident: IncidentFacts = {
    id: 'incident',
    discoveredOn: start,
    factors: null,
    patientsConcerned: null,
    notices: [],
    reportedBy: owner,
    reportedAt: new Date('2027-01-01T12:00:00Z'),
    version: 1,
  }
  const low = { nature: 1, recipient: 1, acquired: 1, remaining: 1 }
  const ofIncident = (today: Day, facts: IncidentFacts): string[] =>
    findingsOn(today, { ...atStart(), incidents: [facts] })
      .filter(({ kind }) => kind.startsWith('incident'))
      .map((finding) => `${nameOf(finding)} ${finding.dueOn} ${finding.status}`)

  it('include the deadlines of an incident: first its assessment, then each notice until it was sent', () => {
    expect(ofIncident(start, incident)).toEqual(['incident-assessment 2027-01-08 soon'])
    expect(ofIncident('2027-01-09', incident)).toEqual(['incident-assessment 2027-01-08 overdue'])
    const few = assessIncident(incident, { factors: { ...low, acquired: 2 }, patientsConcerned: 499 }, policy)
    expect(few.notices).toEqual([
      { recipient: 'individuals', dueOn: '2027-03-02', sentOn: null },
      { recipient: 'hhs', dueOn: '2028-02-29', sentOn: null },
    ])
    expect(ofIncident('2027-03-03', few)).toEqual(['incident-notice individuals 2027-03-02 overdue'])
    const told = sendNotice(few, 'individuals', '2027-02-01')
    expect(ofIncident('2027-03-03', told)).toEqual([])
    expect(ofIncident('2028-02-01', told)).toEqual(['incident-notice hhs 2028-02-29 soon'])
  })

  it('notify the department of many patients in the same time, and the media of many in one state', () => {
    const many = { factors: { ...low, nature: 3 }, patientsConcerned: 500 }
    expect(assessIncident(incident, many, policy).notices.map(({ recipient, dueOn }) => [recipient, dueOn])).toEqual([
      ['individuals', '2027-03-02'],
      ['hhs', '2027-03-02'],
    ])
    expect(
      assessIncident(incident, { ...many, manyInOneState: true }, policy).notices.map(({ recipient }) => recipient),
    ).toEqual(['individuals', 'hhs', 'media'])
  })

  it('need no notice when each factor is low, and keep a notice that was sent when it is assessed again', () => {
    expect(assessIncident(incident, { factors: low, patientsConcerned: 1 }, policy).notices).toEqual([])
    const told = sendNotice(
      assessIncident(incident, { factors: { ...low, remaining: 2 }, patientsConcerned: 1 }, policy),
      'individuals',
      start,
    )
    expect(assessIncident(told, { factors: low, patientsConcerned: 1 }, policy).notices).toEqual([
      { recipient: 'individuals', dueOn: '2027-03-02', sentOn: start },
    ])
  })
})
