import { expect, it } from 'vitest'
import { lastDecisionOf, standingFor, standingOf, statusOf, type Decision } from './standing.ts'

const head = { documentId: 'd', purpose: 'recording', version: 3, materialVersion: 2 } as const
const now = new Date('2026-11-25T15:00:00Z')
const later = new Date('2026-11-25T15:00:01Z')
const decision = (given: Partial<Decision>): Decision => ({
  id: 'c',
  purpose: 'recording',
  documentId: 'd',
  documentVersion: 3,
  decision: 'granted',
  revokedAt: null,
  decidedAt: new Date('2026-03-01T15:00:00Z'),
  decidedByKind: 'patient',
  appointmentId: null,
  expiresAt: null,
  ...given,
})

it.each([
  ['there is no decision', undefined, { status: 'required', reason: 'first-time' }],
  ['it was granted', decision({}), { status: 'granted', consentId: 'c' }],
  ['it was granted by a proxy', decision({ decidedByKind: 'proxy' }), { status: 'granted', consentId: 'c' }],
  [
    'it was spoken, and recorded by staff',
    decision({ decidedByKind: 'member' }),
    { status: 'granted', consentId: 'c', spoken: true },
  ],
  [
    'it was granted on a text without a material change since',
    decision({ documentVersion: 2 }),
    { status: 'granted', consentId: 'c' },
  ],
  [
    'a material change came after it',
    decision({ documentVersion: 1 }),
    { status: 'required', reason: 'new-version', consentId: 'c' },
  ],
  ['it was revoked', decision({ revokedAt: new Date(0) }), { status: 'required', reason: 'revoked', consentId: 'c' }],
  [
    'it was declined',
    decision({ decision: 'declined' }),
    { status: 'declined', reason: 'previously-declined', consentId: 'c' },
  ],
  ['its last day is still to come', decision({ expiresAt: later }), { status: 'granted', consentId: 'c' }],
  ['its last day is over', decision({ expiresAt: now }), { status: 'required', reason: 'expired', consentId: 'c' }],
  [
    'it was declined on an older text',
    decision({ decision: 'declined', documentVersion: 1 }),
    { status: 'required', reason: 'new-version', consentId: 'c' },
  ],
] as const)('the consent status when %s', (_, latest, standing) => {
  expect(standingOf(latest, head, now)).toEqual(standing)
})

it('a purpose without a text is never granted', () => {
  expect(standingOf(decision({}), undefined, now).status).toBe('required')
})

it('a later decision or a material change supersedes a decision, but a revoked decision stays revoked', () => {
  expect(statusOf(decision({}), 'c', head, now)).toBe('active')
  expect(statusOf(decision({}), 'later', head, now)).toBe('superseded')
  expect(statusOf(decision({ documentVersion: 1 }), 'c', head, now)).toBe('superseded')
  expect(statusOf(decision({ revokedAt: new Date(0) }), 'later', head, now)).toBe('revoked')
  expect(statusOf(decision({ decision: 'declined' }), 'c', head, now)).toBe('declined')
  expect(statusOf(decision({ expiresAt: now }), 'c', head, now)).toBe('expired')
})

it.each([
  ['there is no decision', undefined, 'unasked'],
  ['it was granted', decision({}), 'granted'],
  ['a material change came after it was granted', decision({ documentVersion: 1 }), 'unasked'],
  ['it was revoked', decision({ revokedAt: new Date(0) }), 'refused'],
  ['it was declined', decision({ decision: 'declined' }), 'refused'],
  ['it was declined on an older text', decision({ decision: 'declined', documentVersion: 1 }), 'refused'],
] as const)('the last decision when %s', (_, latest, decision) => {
  expect(lastDecisionOf(latest, head, now)).toBe(decision)
})

const at = (day: string) => new Date(`${day}T15:00:00Z`)
const forEach = { status: 'required', reason: 'each-visit', consentId: 'c' }
it.each([
  [
    'each-visit',
    'was given for this visit',
    { appointmentId: 'visit' },
    '2026-03-02',
    { status: 'granted', consentId: 'c' },
  ],
  ['each-visit', 'was given for another visit', { appointmentId: 'other' }, '2026-03-02', forEach],
  [
    'each-visit',
    'was given for none',
    {},
    '2026-03-02',
    { status: 'granted', consentId: 'c', onceSince: at('2026-03-01') },
  ],
  [
    'annual',
    'is less than a year old',
    { appointmentId: 'other' },
    '2027-02-28',
    { status: 'granted', consentId: 'c' },
  ],
  ['annual', 'is a year old', {}, '2027-03-01', forEach],
  [
    'initiation',
    'was given for another visit',
    { appointmentId: 'other' },
    '2028-03-01',
    { status: 'granted', consentId: 'c' },
  ],
  [
    'each-visit',
    'was declined for another visit',
    { appointmentId: 'other', decision: 'declined' },
    '2026-03-02',
    { status: 'declined', reason: 'previously-declined', consentId: 'c' },
  ],
  [
    'each-visit',
    'was revoked',
    { appointmentId: 'visit', revokedAt: at('2026-03-01') },
    '2026-03-02',
    { status: 'required', reason: 'revoked', consentId: 'c' },
  ],
] as const)(
  'where the law wants consent with the frequency %s, a consent that %s',
  (frequency, _, given, day, standing) => {
    const served = { appointmentId: 'visit', form: 'written', frequency, now: at(day) } as const
    expect(standingFor(decision(given), head, served)).toEqual(standing)
  },
)

const mustBeSigned = { status: 'required', reason: 'must-be-signed', consentId: 'c' }
it.each([
  ['written', 'was spoken for this visit', { appointmentId: 'visit' }, mustBeSigned],
  ['written', 'was spoken for another visit', { appointmentId: 'other' }, mustBeSigned],
  ['written', 'was spoken, and revoked', { revokedAt: at('2026-03-01') }, { status: 'required', reason: 'revoked' }],
  ['written', 'was declined by speaking', { decision: 'declined' }, { status: 'declined' }],
  ['verbal-documented', 'was spoken for this visit', { appointmentId: 'visit' }, { status: 'granted', spoken: true }],
  ['verbal-documented', 'was spoken for another visit', { appointmentId: 'other' }, forEach],
] as const)('where the law wants it %s, a consent that %s', (form, _, given, standing) => {
  const latest = decision({ decidedByKind: 'member', ...given })
  const served = { appointmentId: 'visit', form, frequency: 'each-visit', now: at('2026-03-02') } as const
  expect(standingFor(latest, head, served)).toMatchObject(standing)
})
