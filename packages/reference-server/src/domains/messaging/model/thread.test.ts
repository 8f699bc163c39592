import { expect, test } from 'vitest'
import { advance, type Delivery } from './delivery.ts'
import { begin, change, heard, mayHandle, post, type Author } from './thread.ts'
import type { ActorRole } from '../../../platform/contracts/caller.ts'

const policy = {
  routes: {
    question: 'nurse',
    medication: 'nurse',
    result: 'practitioner',
    appointment: 'front-desk',
    billing: 'biller',
    visit: 'practitioner',
  },
  toVisitPractitioner: ['question', 'visit'],
} as const
const now = new Date('2026-11-25T15:00:00Z')
const patient: Author = { kind: 'patient', id: 'p' }
const nurse: Author = { kind: 'member', id: 'n' }
const beginning = {
  id: 't',
  patientId: 'p',
  topic: 'question',
  visitId: null,
  seenBy: null,
  author: patient,
  messageId: 'm',
  now,
} as const

test('a thread goes to the role of its topic, or to the visit’s practitioner', () => {
  expect(begin(beginning, policy)).toMatchObject({ assigneeRole: 'nurse', assigneeId: null, waitingFor: 'care-team' })
  expect(begin({ ...beginning, visitId: 'v', seenBy: 'd' }, policy)).toMatchObject({
    assigneeRole: 'practitioner',
    assigneeId: 'd',
  })
  expect(begin({ ...beginning, topic: 'billing', visitId: 'v', seenBy: 'd' }, policy)).toMatchObject({
    assigneeRole: 'biller',
    assigneeId: null,
  })
})
test('a member who begins a thread keeps it, and it waits for the patient', () => {
  expect(begin({ ...beginning, author: nurse }, policy)).toMatchObject({ assigneeId: 'n', waitingFor: 'patient' })
})
test('the thread of a visit is its practitioner’s, even if a nurse writes first', () => {
  const ofVisit = { ...beginning, topic: 'visit', visitId: 'v', seenBy: 'd' } as const
  expect(begin({ ...ofVisit, author: nurse }, policy)).toMatchObject({ assigneeRole: 'practitioner', assigneeId: 'd' })
  expect(begin({ ...ofVisit, seenBy: null, author: nurse }, policy)).toMatchObject({ assigneeId: null })
})
test('what was read in the room waits no longer for the reader’s side, and still for the other', () => {
  const asked = begin(beginning, policy)
  expect(heard(asked, nurse)).toMatchObject({ waitingFor: 'none', version: 2 })
  expect(heard(asked, patient)).toBeNull()
  const answered = post(asked, nurse, 'm2', now)
  expect(heard(answered, { kind: 'proxy', id: 'x' })).toMatchObject({ waitingFor: 'none' })
  expect(heard(answered, nurse)).toBeNull()
})
test('the first member to reply takes the thread; later ones do not', () => {
  const answered = post(begin(beginning, policy), nurse, 'm2', now)
  expect(answered).toMatchObject({ assigneeId: 'n', waitingFor: 'patient', version: 2 })
  expect(post(answered, { kind: 'member', id: 'other' }, 'm3', now).assigneeId).toBe('n')
  expect(post(answered, { kind: 'proxy', id: 'x' }, 'm3', now)).toMatchObject({
    waitingFor: 'care-team',
    assigneeId: 'n',
  })
})
test('a closed thread waits for no one; a message reopens it', () => {
  const closed = change(begin(beginning, policy), { status: 'closed' })
  expect(closed).toMatchObject({ status: 'closed', waitingFor: 'none' })
  expect(post(closed, patient, 'm2', now)).toMatchObject({ status: 'open', waitingFor: 'care-team' })
  expect(change(closed, { status: 'open' })).toMatchObject({ waitingFor: 'care-team' })
})
test('a thread that is assigned to a role waits until a member takes it; assigned to both, the member has it', () => {
  const taken = change(begin(beginning, policy), { assigneeId: 'n' })
  expect(change(taken, { assigneeRole: 'biller' })).toMatchObject({ assigneeRole: 'biller', assigneeId: null })
  expect(change(taken, { assigneeRole: 'biller', assigneeId: 'b' })).toMatchObject({
    assigneeRole: 'biller',
    assigneeId: 'b',
  })
})

test('the status of a delivery never goes back to a less certain one', () => {
  const queued: Delivery = {
    id: 'd',
    patientId: 'p',
    audience: 'patient',
    kind: 'reminder',
    template: 'reminder-day',
    subjectKind: 'appointment',
    subjectId: 'a',
    at: now,
    channel: 'sms',
    status: 'queued',
    reasonCode: null,
    expiresAt: now,
    transmissionId: 't',
    vendorId: null,
    createdAt: now,
    sentAt: null,
    settledAt: null,
  }
  const sent = advance(queued, 'sent', { now, vendorId: 'v' })
  expect(sent).toMatchObject({ status: 'sent', vendorId: 'v', sentAt: now, settledAt: null, transmissionId: null })
  const delivered = sent && advance(sent, 'delivered', { now })
  expect(delivered).toMatchObject({ status: 'delivered', vendorId: 'v', settledAt: now })
  for (const late of ['sent', 'failed', 'suppressed', 'delivered', 'queued'] as const)
    expect(delivered && advance(delivered, late, { now })).toBeNull()
  expect(sent && advance(sent, 'failed', { now, reasonCode: 'sms-40008' })).toMatchObject({ reasonCode: 'sms-40008' })
})

test('a thread can be read by treating members, its assignee, and the role that it waits for', () => {
  const thread = { assigneeRole: 'nurse', assigneeId: 'desk' } as const
  const by = (personId: string, ...roles: ActorRole[]) => mayHandle(thread, { personId, roles })
  expect([by('any', 'practitioner'), by('any', 'nurse'), by('desk', 'front-desk')]).toEqual([true, true, true])
  expect([by('any', 'front-desk'), by('any', 'biller'), by('any')]).toEqual([false, false, false])
  expect(mayHandle({ assigneeRole: 'biller', assigneeId: null }, { personId: 'any', roles: ['biller'] })).toBe(true)
})
