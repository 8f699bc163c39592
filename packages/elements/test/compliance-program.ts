import type { Incident, Me, Obligation } from '@visitkit/sdk'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { addDays } from '../src/core/format.ts'

const today = new Date().toISOString().slice(0, 10)
const inDays = (days: number): string => addDays(today, days)

const owen = { memberId: 'm-owen', displayName: 'Owen Sample' }
export const nia = { memberId: 'm-nia', displayName: 'Nia Nursesample' }

const obligation = (id: string, kind: Obligation['kind'], title: string, dueIn: number): Obligation => ({
  ...{ id, kind, title, everyDays: 365, ownerId: owen.memberId, dueOn: inDays(dueIn), active: true, version: 1 },
  lastCompletedOn: inDays(dueIn - 365),
})

const breach: Incident = {
  id: 'i-1',
  status: 'assessed',
  discoveredOn: inDays(-50),
  description: 'A letter with results went to the wrong address.',
  findings: 'It was opened. It is back.',
  factors: { nature: 2, recipient: 1, acquired: 3, remaining: 1 },
  isBreach: true,
  patientsConcerned: 1,
  notices: [
    { recipient: 'individuals', dueOn: inDays(10) },
    { recipient: 'hhs', dueOn: inDays(90) },
  ],
  reportedBy: { memberId: nia.memberId, displayName: nia.displayName },
  reportedAt: `${inDays(-50)}T15:00:00Z`,
  version: 2,
}
const { findings: _, factors: _factors, isBreach: _isBreach, patientsConcerned: _concerned, ...reported } = breach
const open: Incident = {
  ...reported,
  id: 'i-2',
  status: 'open',
  discoveredOn: inDays(-9),
  description: 'A laptop is missing.',
  notices: [],
  version: 1,
}

/** Makes the sample's member one with these permissions. */
export const staffWith = (...permissions: readonly string[]): TestHandlers => ({
  getMe: async (input) => ({
    ...((await createSampleWorld().handlersFor('practitioner').getMe!(input)) as Me),
    roles: ['privacy-officer'],
    practitionerId: null,
    permissions: [...permissions],
  }),
})

/** The officer is one of those who have to take the course. */
export const readByOwen: TestHandlers = {
  getMe: async (input) => ({
    ...((await staffWith('obligation:read', 'obligation:manage').getMe!(input)) as Me),
    personId: owen.memberId,
    displayName: owen.displayName,
  }),
}

/** The newest checkpoint of the access log. */
export const signed = { number: 1204, signedAt: `${today}T10:41:00Z` } as const

/** A clinic in which something is in time, due soon and overdue in each area. */
export const complianceProgram: TestHandlers = {
  ...staffWith(
    ...['obligation:read', 'obligation:manage', 'incident:report', 'incident:manage'],
    ...['retention:read', 'retention:manage'],
  ),
  getOwnDraft: () => ({ place: 'compliance', about: 'x', fields: [] }),
  putOwnDraft: () => ({ place: 'compliance', about: 'x', savedAt: `${today}T10:00:00Z` }),
  removeOwnDraft: () => undefined,
  getLedgerState: () => ({ checkpoint: signed, witness: { state: 'agrees', checkpoint: signed.number } }),
  listFindings: () => ({
    today,
    items: [
      {
        kind: 'training',
        status: 'overdue',
        dueOn: inDays(-12),
        title: 'Privacy for nurses',
        member: nia,
        subjectId: 'c-1',
      },
      { kind: 'recording-account', status: 'overdue', dueOn: inDays(-1), title: 'daily' },
      { kind: 'incident-assessment', status: 'overdue', dueOn: inDays(-2), subjectId: 'i-2' },
      { kind: 'incident-notice', status: 'soon', dueOn: inDays(10), recipient: 'individuals', subjectId: 'i-1' },
      { kind: 'access-review', status: 'soon', dueOn: inDays(11), member: nia, subjectId: nia.memberId },
      {
        ...{ kind: 'obligation', status: 'soon', dueOn: inDays(20), obligationKind: 'restore-drill' },
        ...{ title: 'Restore from the backup', subjectId: 'o-2' },
      },
      { kind: 'nothing-recorded', status: 'soon', dueOn: today, obligationKind: 'penetration-test' },
    ],
    nextCursor: null,
    totals: [
      { area: 'obligations', total: 8, inTime: 6, soon: 2, overdue: 0 },
      { area: 'training', total: 12, inTime: 9, soon: 2, overdue: 1 },
      { area: 'access-reviews', total: 14, inTime: 13, soon: 1, overdue: 0 },
      { area: 'risks', total: 3, inTime: 3, soon: 0, overdue: 0 },
      { area: 'incidents', total: 2, inTime: 0, soon: 1, overdue: 1 },
    ],
  }),
  listObligations: () => ({
    items: [
      obligation('o-1', 'policy-review', 'Policy for mobile devices', -3),
      obligation('o-2', 'restore-drill', 'Restore from the backup', 20),
      { ...obligation('o-3', 'agreement-verification', 'Example Video, Inc.', 200), ownerId: null },
    ],
  }),
  listObligationCompletions: () => ({
    items: [
      {
        ...{ id: 'd-1', obligationId: 'o-1', completedOn: inDays(-368), evidence: 'Minutes of the board 12' },
        ...{ recordedBy: owen, recordedAt: `${inDays(-368)}T15:00:00Z` },
      },
    ],
    nextCursor: null,
  }),
  createObligation: () => obligation('o-4', 'vulnerability-scan', 'Public servers', 183),
  completeObligation: () => obligation('o-1', 'policy-review', 'Policy for mobile devices', 365),
  updateObligation: () => obligation('o-1', 'policy-review', 'Policy for mobile devices', 365),
  listTrainingCourses: () => ({
    items: [
      {
        ...{ id: 'c-1', title: 'Privacy for nurses', validDays: 365, roles: ['nurse', 'front-desk'] },
        ...{ stopsAccess: true, active: true, version: 1 },
      },
    ],
  }),
  listTraining: () => ({
    items: [
      { member: nia, courseId: 'c-1', status: 'expired', completedOn: inDays(-377), validUntil: inDays(-12) },
      {
        ...{ member: { memberId: 'm-jo', displayName: 'Jo Desksample' }, courseId: 'c-1', status: 'expires-soon' },
        ...{ completedOn: inDays(-345), validUntil: inDays(20) },
      },
      {
        ...{ member: { memberId: 'm-al', displayName: 'Al Newsample' }, courseId: 'c-1', status: 'missing' },
        validUntil: inDays(25),
      },
      { member: owen, courseId: 'c-1', status: 'current', completedOn: inDays(-10), validUntil: inDays(355) },
    ],
    nextCursor: null,
    totals: [{ courseId: 'c-1', total: 4, inTime: 2 }],
  }),
  createTrainingCourse: () => ({
    ...{ id: 'c-2', title: 'Phishing', validDays: 365, roles: ['nurse'] },
    ...{ stopsAccess: false, active: true, version: 1 },
  }),
  recordTraining: () => ({
    ...{ member: nia, courseId: 'c-1', status: 'current', completedOn: today, validUntil: inDays(365) },
  }),
  updateTrainingCourse: () => ({
    ...{ id: 'c-1', title: 'Privacy for nurses', validDays: 365, roles: ['nurse'] },
    ...{ stopsAccess: true, active: false, version: 2 },
  }),
  listAccessReviews: () => ({
    items: [
      {
        ...{ member: { ...nia, roles: ['nurse'] }, reviewedOn: inDays(-79), decision: 'confirmed', dueOn: inDays(11) },
      },
      { member: { ...owen, roles: ['administrator', 'privacy-officer'] }, dueOn: inDays(60) },
    ],
  }),
  reviewAccess: () => ({
    ...{ member: { ...nia, roles: ['nurse'] }, reviewedOn: today, decision: 'confirmed', dueOn: inDays(90) },
  }),
  signOutMember: () => ({
    ...{ id: nia.memberId, displayName: nia.displayName, roles: ['nurse'], status: 'active', login: 'linked' },
    ...{ practitionerId: null, version: 1 },
  }),
  listRisks: () => ({
    items: [
      {
        ...{ id: 'r-1', asset: 'Laptops of nurses', threat: 'A laptop is stolen.', likelihood: 3, impact: 5 },
        ...{ treatment: 'mitigate', plan: 'Encrypt each disk until March.', controls: ['C16'] },
        ...{ ownerId: owen.memberId, reviewOn: inDays(300), active: true, version: 1 },
      },
      {
        ...{ id: 'r-2', asset: 'Waiting room', threat: 'Somebody reads a screen.', likelihood: 2, impact: 2 },
        ...{ treatment: 'accept', controls: [], ownerId: null, reviewOn: inDays(200), active: true, version: 1 },
      },
    ],
  }),
  createRisk: () => ({
    ...{ id: 'r-3', asset: 'x', threat: 'x', likelihood: 1, impact: 1, treatment: 'accept', controls: [] },
    ...{ ownerId: null, reviewOn: inDays(365), active: true, version: 1 },
  }),
  updateRisk: () => ({
    ...{ id: 'r-1', asset: 'x', threat: 'x', likelihood: 1, impact: 1, treatment: 'accept', controls: [] },
    ...{ ownerId: null, reviewOn: inDays(365), active: true, version: 2 },
  }),
  listIncidents: () => ({ items: [open, breach], nextCursor: null }),
  reportIncident: () => ({ id: 'i-3', discoveredOn: today }),
  assessIncident: () => breach,
  recordIncidentNotice: () => ({ ...breach, version: 3 }),
  listExposures: () => ({
    items: ['p-1', 'p-2'].map((patientId) => ({
      patientId,
      from: `${today}T10:00:00Z`,
      to: `${today}T11:00:00Z`,
      data: [{ entity: 'Note' as const, action: 'read' as const, accesses: 2 }],
    })),
    nextCursor: null,
  }),
}
