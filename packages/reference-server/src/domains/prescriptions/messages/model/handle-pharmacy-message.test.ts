import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadPrescribingPolicy } from '../../kernel/packs/load-policy.ts'
import { replace } from './approve-request.ts'
import { requestCancel, isCancellable } from '../../prescribing/model/cancel.ts'
import { handlePharmacyMessage, type PharmacyStatusUpdate } from './handle-pharmacy-message.ts'
import {
  refillsLeft,
  unsent,
  type Pharmacy,
  type PrescriptionFacts,
  type PrescriptionStatus,
} from '../../kernel/model/prescription.ts'

const policy = await loadPrescribingPolicy()
const now = new Date('2026-11-25T15:00:00Z')
const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)
const facts = (status: PrescriptionStatus, more: Partial<PrescriptionFacts> = {}): PrescriptionFacts => ({
  id: 'prescription',
  patientId: 'patient',
  visitId: null,
  continuedVisitId: null,
  practitionerId: 'practitioner',
  pharmacyId: '9900001',
  quantity: 30,
  daysSupply: 30,
  refills: 2,
  substitutionAllowed: true,
  follows: null,
  createdAt: now,
  ...unsent,
  status,
  signedAt: now,
  supplyEndsAt: later(90 * 24 * 60),
  version: 1,
  ...more,
})
const said = {
  sent: { kind: 'taken', delivered: false, code: '000' },
  delivered: { kind: 'taken', delivered: true, code: '010' },
  verified: { kind: 'verified', code: '010' },
  refused: { kind: 'refused', by: 'pharmacy', code: '900' },
  unanswered: { kind: 'unanswered', code: 'timeout' },
  silent: { kind: 'silent' },
  dispensed: { kind: 'filled', fill: 'Dispensed', at: later(5) },
  partly: { kind: 'filled', fill: 'PartiallyDispensed', at: later(5) },
  notDispensed: { kind: 'filled', fill: 'NotDispensed', at: later(5) },
  transferred: { kind: 'filled', fill: 'Transferred', at: later(5) },
  cancelApproved: { kind: 'cancel-answered', by: 'pharmacy', approved: true },
  cancelReceived: { kind: 'cancel-received', by: 'pharmacy', code: '010' },
  answerLost: { kind: 'answer-lost', by: 'pharmacy', code: '900' },
  cancelDenied: { kind: 'cancel-answered', by: 'pharmacy', approved: false, code: 'AR' },
} as const satisfies Record<string, PharmacyStatusUpdate>
type Name = keyof typeof said

/** Handles one update after the other; `askCancel` requests a cancellation in between. */
const story = (...steps: readonly (Name | 'askCancel')[]): PrescriptionFacts =>
  steps.reduce<PrescriptionFacts>(
    (before, step, index) =>
      step === 'askCancel'
        ? requestCancel(before, 'error', policy, later(index)).after
        : (handlePharmacyMessage(before, said[step], policy, later(index))?.after ?? before),
    facts('sending'),
  )
const told = (...steps: readonly (Name | 'askCancel')[]): string => {
  const { status, attention } = story(...steps)
  return attention ? `${status}!${attention}` : status
}

describe('a prescription', () => {
  it.each<[string, (Name | 'askCancel')[]]>([
    ['sent', ['sent']],
    ['accepted', ['delivered']],
    ['accepted', ['sent', 'verified']],
    ['dispensed', ['sent', 'verified', 'dispensed']],
    ['partially-dispensed', ['sent', 'verified', 'partly']],
    ['not-dispensed', ['sent', 'verified', 'notDispensed']],
    ['accepted', ['sent', 'transferred']],
    ['refused', ['refused']],
    ['refused', ['sent', 'refused']],
    // Out of order: the receipt after the fill, the immediate response last.
    ['dispensed', ['dispensed', 'verified', 'sent']],
    ['accepted', ['verified', 'sent']],
    // No response, and late responses.
    ['undelivered!undelivered', ['unanswered']],
    ['undelivered!undelivered', ['sent', 'silent']],
    ['accepted', ['sent', 'silent', 'verified']],
    ['dispensed', ['sent', 'silent', 'dispensed']],
    ['accepted', ['sent', 'verified', 'silent']],
    // Cancelled when the pharmacy confirms it, and not before.
    ['cancel-requested', ['sent', 'askCancel']],
    ['cancelled', ['sent', 'verified', 'askCancel', 'cancelApproved']],
    ['accepted', ['sent', 'verified', 'askCancel', 'cancelDenied']],
    ['cancel-requested', ['sent', 'askCancel', 'verified']],
    ['accepted', ['sent', 'askCancel', 'verified', 'cancelDenied']],
    ['dispensed', ['sent', 'verified', 'askCancel', 'dispensed', 'cancelDenied']],
    ['cancelled!filled-after-cancel', ['sent', 'verified', 'askCancel', 'dispensed', 'cancelApproved']],
    ['cancelled!filled-after-cancel', ['sent', 'verified', 'askCancel', 'cancelApproved', 'dispensed']],
    ['cancelled', ['sent', 'verified', 'askCancel', 'cancelApproved', 'notDispensed']],
    ['cancel-requested!undelivered', ['sent', 'askCancel', 'silent']],
    ['cancelled', ['sent', 'askCancel', 'silent', 'cancelApproved']],
    ['refused', ['askCancel', 'refused', 'cancelDenied']],
    ['cancel-requested', ['sent', 'askCancel', 'cancelReceived']],
    ['sent', ['sent', 'askCancel', 'cancelReceived', 'cancelDenied']],
    ['cancelled', ['sent', 'askCancel', 'cancelApproved', 'cancelApproved']],
    // Unexpected updates are for a person.
    ['cancelled!unexpected-response', ['sent', 'askCancel', 'cancelApproved', 'cancelDenied']],
    ['accepted!unexpected-response', ['delivered', 'cancelApproved']],
    ['refused!unexpected-response', ['refused', 'verified']],
    ['refused!unexpected-response', ['refused', 'dispensed']],
    ['dispensed!unexpected-response', ['delivered', 'dispensed', 'refused']],
    ['accepted!unexpected-response', ['delivered', 'answerLost']],
  ])('is %s after %j', (expected, steps) => {
    expect(told(...steps)).toBe(expected)
  })

  it('a fill that is reported late is counted and changes nothing else', () => {
    const first = handlePharmacyMessage(facts('accepted'), { ...said.dispensed, at: later(60) }, policy, later(60))
    const late = handlePharmacyMessage(
      first?.after ?? facts('draft'),
      { ...said.partly, at: later(5) },
      policy,
      later(70),
    )
    expect(late?.after).toMatchObject({ status: 'dispensed', fills: 1, filledAt: later(60) })
    expect(late?.entry).toMatchObject({ by: 'pharmacy', code: 'partiallydispensed' })
  })

  it('each complete fill after the first uses up a refill', () => {
    expect(refillsLeft(story('sent'))).toBe(2)
    expect(refillsLeft(story('sent', 'dispensed'))).toBe(2)
    expect(refillsLeft(story('sent', 'dispensed', 'dispensed'))).toBe(1)
    expect(refillsLeft(story('sent', 'dispensed', 'dispensed', 'dispensed', 'dispensed'))).toBe(0)
  })

  it('has no supply if it must not be filled', () => {
    expect(story('refused').supplyEndsAt).toBeNull()
    expect(story('sent', 'notDispensed').supplyEndsAt).toBeNull()
    expect(story('sent', 'askCancel').supplyEndsAt).toEqual(later(90 * 24 * 60))
    expect(story('sent', 'askCancel', 'cancelApproved').supplyEndsAt).toBeNull()
  })

  it('has a supply from the day of the fill on, including remaining refills', () => {
    const months = (count: number): Date => later(5 + count * 30 * 24 * 60)
    expect(story('sent', 'dispensed').supplyEndsAt).toEqual(months(3))
    expect(story('sent', 'notDispensed', 'dispensed').supplyEndsAt).toEqual(months(3))
    expect(story('sent', 'dispensed', 'dispensed', 'dispensed').supplyEndsAt).toEqual(months(1))
    const late = { ...said.dispensed, at: later(25 * 24 * 60) }
    const step = handlePharmacyMessage(facts('accepted', { refills: 0 }), late, policy, later(25 * 24 * 60))
    expect(step?.after.supplyEndsAt).toEqual(later(55 * 24 * 60))
  })

  it.each<[string, (Name | 'askCancel')[]]>([
    ['after it was cancelled', ['sent', 'askCancel', 'cancelApproved', 'dispensed']],
    ['before it was cancelled', ['sent', 'dispensed', 'askCancel', 'cancelApproved']],
    ['while the cancellation was on its way', ['sent', 'askCancel', 'partly', 'cancelApproved']],
    ['after it was refused', ['refused', 'dispensed']],
    ['in the end, and a refill of it not', ['sent', 'dispensed', 'notDispensed', 'askCancel', 'cancelApproved']],
  ])('that was dispensed %s has a supply until it is used up, without refills', (_, steps) => {
    expect(story(...steps).supplyEndsAt).toEqual(later(5 + 30 * 24 * 60))
  })

  it('that was dispensed and then replaced has a supply until it is used up', () => {
    const replaced = (before: PrescriptionFacts) => replace(before, later(10))?.after ?? before
    expect(replaced(story('sent', 'dispensed')).supplyEndsAt).toEqual(later(5 + 30 * 24 * 60))
    expect(replaced(story('sent')).supplyEndsAt).toBeNull()
    const filled = handlePharmacyMessage(replaced(story('sent')), said.dispensed, policy, later(20))?.after
    expect(filled).toMatchObject({ status: 'replaced', attention: 'unexpected-response', fills: 1 })
    expect(filled?.supplyEndsAt).toEqual(later(5 + 30 * 24 * 60))
  })
})

it('a prescription is cancelled or dispensed only after the pharmacy reports it, in any order of messages', () => {
  const step = fc.constantFrom<Name | 'askCancel'>(...(Object.keys(said) as Name[]), 'askCancel')
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const reached: PrescriptionFacts[] = [facts('sending')]
      steps.forEach((each, index) => {
        const before = reached.at(-1) ?? facts('sending')
        if (each !== 'askCancel')
          reached.push(handlePharmacyMessage(before, said[each], policy, later(index))?.after ?? before)
        else if (isCancellable(before, willing))
          reached.push(requestCancel(before, 'error', policy, later(index)).after)
        const after = reached.at(-1) ?? before
        if (after.status === 'cancelled' && before.status !== 'cancelled') expect(each).toBe('cancelApproved')
        if (after.status === 'dispensed' && before.status !== 'dispensed')
          expect(each === 'dispensed' || before.beforeCancel === 'dispensed').toBe(true)
        expect(after.beforeCancel === null).toBe(after.status !== 'cancel-requested')
        expect(after.version).toBe(before.version + (after === before ? 0 : 1))
      })
    }),
    { numRuns: 500 },
  )
})

const willing: Pharmacy = {
  id: '9900001',
  npi: '1990000018',
  name: 'Example Street Pharmacy',
  address: { line1: '20 Example Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
  phone: '555-0101',
  accepts: ['new', 'cancel'],
}

describe('a cancellation can be requested', () => {
  it.each<[PrescriptionStatus, boolean]>([
    ['draft', false],
    ['sending', true],
    ['sent', true],
    ['accepted', true],
    ['undelivered', true],
    ['partially-dispensed', true],
    ['dispensed', true],
    ['not-dispensed', true],
    ['refused', false],
    ['cancelled', false],
    ['cancel-requested', false],
    ['replaced', false],
  ])('for a prescription that is %s: %s', (status, expected) => {
    expect(isCancellable(facts(status), willing)).toBe(expected)
  })

  it('not after everything was dispensed, nor from a pharmacy without cancellations', () => {
    expect(isCancellable(facts('dispensed', { refills: 0, fills: 1 }), willing)).toBe(false)
    expect(isCancellable(facts('accepted'), { ...willing, accepts: ['new'] })).toBe(false)
    expect(isCancellable(facts('accepted'), null)).toBe(false)
  })
})
