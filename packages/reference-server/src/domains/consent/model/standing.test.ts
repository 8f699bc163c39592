import { expect, it } from 'vitest'
import { lastDecisionOf, standingOf, statusOf, type Decision } from './standing.ts'

const head = { documentId: 'd', purpose: 'recording', version: 3, materialVersion: 2 } as const
const decision = (given: Partial<Decision>): Decision => ({
  id: 'c',
  purpose: 'recording',
  documentId: 'd',
  documentVersion: 3,
  decision: 'granted',
  revokedAt: null,
  ...given,
})

it.each([
  ['there is no decision', undefined, { status: 'required', reason: 'first-time' }],
  ['it was granted', decision({}), { status: 'granted', consentId: 'c' }],
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
  [
    'it was declined on an older text',
    decision({ decision: 'declined', documentVersion: 1 }),
    { status: 'required', reason: 'new-version', consentId: 'c' },
  ],
] as const)('the consent status when %s', (_, latest, standing) => {
  expect(standingOf(latest, head)).toEqual(standing)
})

it('a purpose without a text is never granted', () => {
  expect(standingOf(decision({}), undefined).status).toBe('required')
})

it('a later decision or a material change supersedes a decision, but a revoked decision stays revoked', () => {
  expect(statusOf(decision({}), 'c', head)).toBe('active')
  expect(statusOf(decision({}), 'later', head)).toBe('superseded')
  expect(statusOf(decision({ documentVersion: 1 }), 'c', head)).toBe('superseded')
  expect(statusOf(decision({ revokedAt: new Date(0) }), 'later', head)).toBe('revoked')
  expect(statusOf(decision({ decision: 'declined' }), 'c', head)).toBe('declined')
})

it.each([
  ['there is no decision', undefined, 'unasked'],
  ['it was granted', decision({}), 'granted'],
  ['a material change came after it was granted', decision({ documentVersion: 1 }), 'unasked'],
  ['it was revoked', decision({ revokedAt: new Date(0) }), 'refused'],
  ['it was declined', decision({ decision: 'declined' }), 'refused'],
  ['it was declined on an older text', decision({ decision: 'declined', documentVersion: 1 }), 'refused'],
] as const)('the last decision when %s', (_, latest, decision) => {
  expect(lastDecisionOf(latest, head)).toBe(decision)
})
