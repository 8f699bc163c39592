import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stateAfter, type ClaimNews } from './claim-life.ts'
import type { ClaimState } from '../../kernel/model/claim-record.ts'

const follow = (state: ClaimState, ...news: readonly ClaimNews[]): ClaimState =>
  news.reduce<ClaimState>((at, each) => stateAfter(at, each) ?? at, state)

const received: ClaimNews = { kind: 'received' }
const accepted: ClaimNews = { kind: 'accepted' }
const returned: ClaimNews = { kind: 'returned' }
const paid: ClaimNews = { kind: 'decided', as: 'paid' }

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
  ] as const)('%s', (_, news, expected) => {
    expect(follow('sending', ...news)).toBe(expected)
  })

  it('is never paid by anything but a decision of the payer', () => {
    const news = fc.constantFrom<ClaimNews>(received, accepted, returned, { kind: 'undelivered' }, { kind: 'reversed' })
    const state = fc.constantFrom<ClaimState>('sending', 'received', 'accepted', 'rejected', 'undelivered', 'denied')
    fc.assert(
      fc.property(state, fc.array(news, { maxLength: 12 }), (from, all) => {
        expect(['paid', 'partly-paid']).not.toContain(follow(from, ...all))
      }),
    )
  })

  it('ends alike in whatever order acknowledgements and decision arrive, once, twice or late', () => {
    const news = fc.shuffledSubarray<ClaimNews>([received, received, accepted, accepted, paid, paid], { minLength: 6 })
    fc.assert(
      fc.property(news, (all) => {
        expect(follow('sending', ...all)).toBe('paid')
      }),
    )
  })
})
