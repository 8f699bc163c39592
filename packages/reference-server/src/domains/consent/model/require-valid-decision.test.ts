import { describe, expect, it } from 'vitest'
import { requireValidDecision } from './require-valid-decision.ts'

const sections = [
  { id: 'risks', heading: 'Risks', text: 'Some.', mandatory: true },
  { id: 'extra', heading: 'More', text: 'More.', mandatory: false },
]
const body = {
  documentId: 'd',
  version: 1,
  language: 'en',
  contentHash: 'x',
  zone: 'America/New_York',
  decision: 'granted' as const,
  sectionsSeen: ['risks'],
  signature: { kind: 'typed' as const, name: 'Pat Sample' },
}
const attested = { kind: 'attested', name: 'Robin Example' } as const
const spoken = { saidBy: 'patient', channel: 'phone', state: 'AZ', textRead: true } as const
const said = { ...body, signature: attested, spoken }
const { signature: _, ...unsigned } = body
const refusal = (run: () => void): unknown => {
  try {
    run()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : error
  }
}

describe('a decision is valid', () => {
  it('when the person has seen every mandatory section and typed their name', () => {
    expect(refusal(() => requireValidDecision(body, sections, 'patient', 'written'))).toBeNull()
    expect(refusal(() => requireValidDecision(body, sections, 'proxy', 'written'))).toBeNull()
  })

  it('when it declines, even unread and without a signature', () => {
    expect(
      refusal(() =>
        requireValidDecision({ ...unsigned, decision: 'declined', sectionsSeen: [] }, sections, 'patient', 'written'),
      ),
    ).toBeNull()
  })

  it('when staff attest it where the law accepts a spoken consent', () => {
    expect(refusal(() => requireValidDecision(said, sections, 'member', 'verbal-documented'))).toBeNull()
  })

  it('when staff attest a refusal, where the law wants a yes in writing too, and the text was not read', () => {
    const refused = { ...said, decision: 'declined', sectionsSeen: [], spoken: { ...spoken, textRead: false } } as const
    expect(
      refusal(() => requireValidDecision({ ...refused, sectionsSeen: [] }, sections, 'member', 'written')),
    ).toBeNull()
  })
})

describe('a decision is refused', () => {
  it.each([
    ['sections_not_read', { ...body, sectionsSeen: [] }, 'patient', 'written'],
    ['sections_not_read', { ...body, sectionsSeen: ['risks', 'of-another-text'] }, 'patient', 'written'],
    ['signature_missing', unsigned, 'patient', 'written'],
    ['signature_missing', { ...body, signature: { kind: 'typed' as const, name: '  ' } }, 'patient', 'written'],
    ['signature_missing', { ...body, signature: attested }, 'patient', 'verbal-documented'],
    ['signature_missing', { ...said, signature: body.signature }, 'member', 'verbal-documented'],
    ['signature_missing', { ...body, signature: attested }, 'member', 'verbal-documented'],
    ['signature_missing', { ...unsigned, spoken, decision: 'declined' }, 'member', 'verbal-documented'],
    ['signature_missing', { ...body, decision: 'declined' }, 'member', 'verbal-documented'],
    ['sections_not_read', { ...said, spoken: { ...spoken, textRead: false } }, 'member', 'verbal-documented'],
    ['sections_not_read', { ...said, sectionsSeen: [] }, 'member', 'verbal-documented'],
    ['invalid_request', { ...body, spoken }, 'patient', 'verbal-documented'],
    ['invalid_request', { ...body, spoken }, 'proxy', 'verbal-documented'],
    ['invalid_request', { ...said, spoken: { ...spoken, saidBy: 'proxy' } }, 'member', 'verbal-documented'],
    ['invalid_request', { ...said, spoken: { ...spoken, proxyId: 'p' } }, 'member', 'verbal-documented'],
    ['written_signature_required', said, 'member', 'written'],
  ] as const)('with %s', (code, given, decidedByKind, form) => {
    expect(
      refusal(() =>
        requireValidDecision({ ...given, sectionsSeen: [...given.sectionsSeen] }, sections, decidedByKind, form),
      ),
    ).toBe(code)
  })
})
