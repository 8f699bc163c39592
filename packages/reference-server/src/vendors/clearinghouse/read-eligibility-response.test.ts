import { describe, expect, it } from 'vitest'
import { respondToEligibility } from '../../../../sandbox/src/clearinghouse/respond-to-eligibility.ts'
import { defaultMember, payers } from '../../../../sandbox/src/clearinghouse/payers.ts'
import { format, parse } from '../../../../sandbox/src/clearinghouse/x12.ts'
import type { EligibilityResponse, EligibilityRequest } from './eligibility.ts'
import { exampleClaim } from './example-claim.testing.ts'
import { ask, question } from './example-inquiry.testing.ts'
import { readEligibilityResponse } from './read-eligibility-response.ts'
import { readInterchange } from './x12/read-interchange.ts'

const wrap = (segments: readonly (readonly string[])[]): string =>
  format({
    from: 'SIMCLEAR',
    to: 'VISITKIT1',
    number: 1,
    at: new Date('2026-11-24T00:00:00Z'),
    functional: 'HB',
    version: '005010X279A1',
    id: '271',
    segments,
  })

/** The segments of a response before what it says of the subscriber. */
const upToSubscriber = [
  ['BHT', '0022', '11', 'TRACE-1', '20261124', '0800'],
  ['HL', '1', '', '20', '1'],
  ['NM1', 'PR', '2', 'X', '', '', '', '', 'PI', 'X'],
  ['HL', '2', '1', '21', '1'],
  ['NM1', '1P', '2', 'CLINIC', '', '', '', '', 'XX', '1234567893'],
  ['HL', '3', '2', '22', '0'],
  ['TRN', '2', 'TRACE-1', '9VISITKIT1'],
  ['NM1', 'IL', '1', 'DOE', 'JO', '', '', '', 'MI', 'M1'],
]

const read = (text: string): EligibilityResponse => readEligibilityResponse(readInterchange(text), 'TRACE-1')

const answerTo = (asked: EligibilityRequest): EligibilityResponse =>
  read(wrap(respondToEligibility(parse(ask(asked)), payers, defaultMember, new Date('2026-11-24T00:00:00Z'))))

const withMember = (memberId: string): EligibilityRequest => ({
  ...question,
  subscriber: { ...question.subscriber, memberId },
})

describe('a 271', () => {
  it('states that a member is covered, and the remaining patient responsibility', () => {
    expect(answerTo(withMember('HIGH77'))).toMatchObject({
      status: 'active',
      retry: false,
      rejections: [],
      planName: 'LAKESIDE CHOICE PPO',
      memberId: 'HIGH77',
      coveredFrom: '2020-01-01',
      coveredTo: null,
      copayCents: 2000,
      deductibleCents: 50_000,
      deductibleRemainingCents: 50_000,
      // The payer returns a co-insurance only for out of network.
      coinsuranceBasisPoints: null,
    })
  })

  it('states the coverage of the dependent in the inquiry', () => {
    const dependent = { ...exampleClaim.subscriber, name: { ...exampleClaim.subscriber.name, first: 'Robin' } }
    expect(answerTo({ ...question, dependent })).toMatchObject({ status: 'active', copayCents: 2000 })
  })

  it('states that a coverage has ended, and when', () => {
    expect(answerTo(withMember('ENDED1'))).toMatchObject({
      status: 'inactive',
      coveredFrom: '2020-01-01',
      coveredTo: '2020-12-31',
      copayCents: null,
    })
  })

  it('states that the payer has no member with that number', () => {
    expect(answerTo(withMember('NOBODY1'))).toMatchObject({
      status: 'unknown',
      rejections: [{ code: '75', followUp: 'correct-and-resubmit' }],
      retry: false,
    })
  })

  it('distinguishes a payer that cannot respond now from a rejection', () => {
    const rows = [
      ['BHT', '0022', '11', 'TRACE-1', '20261124', '0800'],
      ['HL', '1', '', '20', '1'],
      ['NM1', 'PR', '2', 'X', '', '', '', '', 'PI', 'X'],
    ]
    expect(read(wrap([...rows, ['AAA', 'Y', '', '42', 'R']]))).toMatchObject({ status: 'unknown', retry: true })
    expect(read(wrap([...rows, ['AAA', 'N', '', '79', 'C']]))).toMatchObject({ status: 'unknown', retry: false })
  })

  it.each([
    ['C', 'correct-and-resubmit', false],
    ['N', 'do-not-resubmit', false],
    ['P', 'resubmit', true],
    ['R', 'resubmit', true],
    ['S', 'inquiry-initiated', false],
    ['W', 'resubmit-in-30-days', false],
    ['X', 'resubmit-in-10-days', false],
    ['Y', 'response-follows', false],
    ['', null, true],
  ])('that cannot respond now with follow-up %s (%s) is retried at once: %s', (code, followUp, askAgain) => {
    expect(answered(['AAA', 'Y', '', '42', code])).toMatchObject({
      rejections: [{ code: '42', followUp }],
      retry: askAgain,
    })
  })

  it('is not retried if one of its reasons forbids it', () => {
    expect(answered(['AAA', 'Y', '', '42', 'R'], ['AAA', 'N', '', '72', 'C'])).toMatchObject({ retry: false })
  })

  const answered = (...rows: string[][]): EligibilityResponse => read(wrap([...upToSubscriber, ...rows]))

  it.each([
    ['75', true],
    ['72', true],
    ['58', true],
    ['51', false],
    ['41', false],
    ['79', false],
  ])('rejected with %s means that the payer does not know the person: %s', (reason, memberUnknown) => {
    expect(answered(['AAA', 'N', '', reason, 'C'])).toMatchObject({ status: 'unknown', memberUnknown })
  })

  it.each([
    [
      'the plan has ended and teeth are covered',
      'inactive',
      [
        ['6', '30'],
        ['1', '35'],
      ],
    ],
    [
      'the plan holds and the visit is not covered',
      'inactive',
      [
        ['1', '30'],
        ['I', '98'],
      ],
    ],
    [
      'the plan has ended and the visit is covered',
      'active',
      [
        ['6', '30'],
        ['1', '98'],
      ],
    ],
    [
      'an old plan has ended and another holds',
      'active',
      [
        ['6', '30', 'OLD PLAN'],
        ['1', '30', 'NEW PLAN'],
      ],
    ],
    ['only teeth are covered', 'unknown', [['1', '35']]],
    ['the plan holds, of whatever service', 'active', [['1', '']]],
  ])('in which %s is read as %s', (_, status, benefits) => {
    const rows = benefits.map(([kind = '', type = '', plan = '']) => ['EB', kind, '', type, '', plan])
    expect(answered(...rows)).toMatchObject({ status, contradicts: false })
  })

  it('uses the co-insurance of the visit, not that of another service', () => {
    const share = (type: string, part: string): string[] => ['EB', 'A', '', type, '', '', '', '', part, '', '', '', 'Y']
    const holds = ['EB', '1', '', '30']
    expect(answered(holds, share('35', '.5')).coinsuranceBasisPoints).toBeNull()
    expect(answered(holds, share('35', '.5'), share('30', '.3'), share('98', '.2')).coinsuranceBasisPoints).toBe(2000)
  })

  it.each([
    ['for those in the network', ['N', 'Y'], 2_000],
    ['for both networks', ['N', 'W'], 2_000],
    ['for no network by name', ['N', ''], 2_000],
    ['for those outside it only', ['N'], null],
  ])('uses values that are stated %s, and never those for out of network', (_, networks, expected) => {
    const [outside = '', ...ours] = networks
    const copay = (network: string, amount: string): string[] => [
      'EB',
      'B',
      'IND',
      '98',
      '',
      '',
      '27',
      amount,
      '',
      '',
      '',
      '',
      network,
    ]
    const share = (network: string, part: string): string[] => [
      'EB',
      'A',
      'IND',
      '98',
      '',
      '',
      '27',
      '',
      part,
      '',
      '',
      '',
      network,
    ]
    const response = answered(
      ['EB', '1', '', '30'],
      copay(outside, '60'),
      share(outside, '.4'),
      ...ours.flatMap((network) => [copay(network, '20'), share(network, '.2')]),
    )
    expect(response).toMatchObject({ status: 'active', copayCents: expected, coinsuranceBasisPoints: expected })
  })

  it('states the network of each benefit, or both', () => {
    const benefits = ['Y', 'N', 'W', 'U'].map((code) => ['EB', 'B', '', '98', '', '', '', '20', '', '', '', '', code])
    expect(answered(...benefits).benefits.map(({ network }) => network)).toEqual(['in', 'out', 'any', null])
  })

  it('is refused if it is the response to another inquiry', () => {
    const text = wrap(respondToEligibility(parse(ask(question)), payers, defaultMember, new Date()))
    expect(() => readEligibilityResponse(readInterchange(text), 'TRACE-2')).toThrow('trace_number_mismatch')
  })

  it('may group benefits with their related entities, as large payers send them', () => {
    const response = read(
      wrap([
        ...upToSubscriber,
        ['DTP', '346', 'D8', '20260101'],
        ['EB', '1', '', '30', '', 'GOLD'],
        ['LS', '2120'],
        ['NM1', 'PR', '2', 'CARVE OUT'],
        ['PER', 'IC', '', 'TE', '5555550100'],
        ['LE', '2120'],
        ['EB', 'B', 'IND', '98', '', '', '27', '35', '', '', '', '', 'W'],
        ['MSG', 'PER VISIT'],
        ['EB', 'A', 'IND', '98', '', '', '27', '', '.15', '', '', '', 'Y'],
      ]),
    )
    expect(response).toMatchObject({
      status: 'active',
      planName: 'GOLD',
      copayCents: 3500,
      coinsuranceBasisPoints: 1500,
    })
  })
})
