import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateAfter, type ClaimStatusUpdate } from './claim-lifecycle.ts'
import type { ClaimState } from '../../kernel/model/claim-record.ts'

const follow = (state: ClaimState, ...update: readonly ClaimStatusUpdate[]): ClaimState =>
  update.reduce<ClaimState>((at, each) => stateAfter(at, each) ?? at, state)

const received: ClaimStatusUpdate = { kind: 'received' }
const accepted: ClaimStatusUpdate = { kind: 'accepted' }
const returned: ClaimStatusUpdate = { kind: 'returned' }
const paid: ClaimStatusUpdate = { kind: 'decided', as: 'paid' }

describe('the life of a claim', () => {
  it.each([
    ['goes forward in order', [received, accepted, paid], 'paid'],
    ['goes nowhere back when a 999 comes late', [accepted, received], 'accepted'],
    ['stays paid when the 277CA comes after the money', [paid, received, accepted], 'paid'],
    ['is rejected by the payer after the clearinghouse could read it', [received, returned], 'rejected'],
    [
      'is found again when it had been given up and arrived all the same',
      [{ kind: 'undelivered' }, received],
      'received',
    ],
    ['waits for the correction once its payment was taken back', [paid, { kind: 'reversed' }], 'accepted'],
    ['stays voided when the payment for it comes after all', [accepted, { kind: 'voided' }, paid], 'voided'],
    ['stays paid when a rejection comes late', [paid, returned], 'paid'],
  ] as const)('%s', (_, update, expected) => {
    expect(follow('sending', ...update)).toBe(expected)
  })

  it('is never paid by anything but a decision of the payer', () => {
    const update = fc.constantFrom<ClaimStatusUpdate>(
      received,
      accepted,
      returned,
      { kind: 'undelivered' },
      { kind: 'reversed' },
    )
    const state = fc.constantFrom<ClaimState>('sending', 'received', 'accepted', 'rejected', 'undelivered', 'denied')
    fc.assert(
      fc.property(state, fc.array(update, { maxLength: 12 }), (from, all) => {
        expect(['paid', 'partially-paid']).not.toContain(follow(from, ...all))
      }),
    )
  })

  it('ends alike in whatever order acknowledgments and decision arrive, once, twice or late', () => {
    const update = fc.shuffledSubarray<ClaimStatusUpdate>([received, received, accepted, accepted, paid, paid], {
      minLength: 6,
    })
    fc.assert(
      fc.property(update, (all) => {
        expect(follow('sending', ...all)).toBe('paid')
      }),
    )
  })
})
