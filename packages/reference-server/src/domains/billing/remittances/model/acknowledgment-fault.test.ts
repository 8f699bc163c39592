import { describe, expect, it } from 'vitest'
import type { AcknowledgedStatus, FileAcknowledgment } from '../../../../vendors/clearinghouse/acknowledgment.ts'
import { faultOfSets, faultOfStatuses } from './acknowledgment-fault.ts'

type Said = readonly [category: string, action?: AcknowledgedStatus['action'], isOfLine?: boolean]
const statusesOf = (said: readonly Said[]): readonly AcknowledgedStatus[] =>
  said.map(([category, action = null, isOfLine = false]) => ({
    category,
    status: '20',
    entity: null,
    action,
    isOfLine,
  }))

describe('the statuses of an acknowledged claim', () => {
  it.each<[string, Said[]]>([
    ['a receipt', [['A1', 'accept']]],
    ['a receipt without an action', [['A0']]],
    [
      'two receipts',
      [
        ['A1', 'accept'],
        ['A2', 'accept'],
      ],
    ],
    [
      'a refusal with two reasons',
      [
        ['A7', 'reject'],
        ['A3', 'reject'],
      ],
    ],
    ['a claim that was not found', [['A4', 'reject']]],
    [
      'a refusal for one of its lines',
      [
        ['A3', 'reject'],
        ['A7', null, true],
        ['A1', null, true],
      ],
    ],
  ])('%s: they agree', (_, said) => {
    expect(faultOfStatuses(statusesOf(said))).toBeNull()
  })

  it.each<[string, Said[], 'code' | 'answer_contradictory']>([
    ['a refusal that accepts', [['A7', 'accept']], 'answer_contradictory'],
    ['a receipt that refuses', [['A2', 'reject']], 'answer_contradictory'],
    [
      'accepted and refused',
      [
        ['A2', 'accept'],
        ['A7', 'reject'],
      ],
      'answer_contradictory',
    ],
    ['accepted and refused without actions', [['A2'], ['A7']], 'answer_contradictory'],
    [
      'refused and not found',
      [
        ['A3', 'reject'],
        ['A4', 'reject'],
      ],
      'answer_contradictory',
    ],
    [
      'accepted with a refused line',
      [
        ['A2', 'accept'],
        ['A7', null, true],
      ],
      'answer_contradictory',
    ],
    ['an unknown category', [['Z9', 'accept']], 'code'],
    [
      'an unknown category of a line',
      [
        ['A2', 'accept'],
        ['Z9', null, true],
      ],
      'code',
    ],
    ['a decision of the payer', [['F1', 'accept']], 'code'],
    ['a name that every object has', [['constructor', 'reject']], 'code'],
  ])('%s: it is held', (_, said, fault) => {
    expect(faultOfStatuses(statusesOf(said))).toBe(fault)
  })
})

const group = (
  outcome: FileAcknowledgment['outcome'],
  counts: readonly [received: number | null, accepted: number | null],
  sets: readonly FileAcknowledgment['outcome'][],
  codes: readonly string[] = [],
): FileAcknowledgment => ({
  ...{ functionalId: 'HC', groupControlNumber: 1, outcome, receivedSets: counts[0], acceptedSets: counts[1], codes },
  sets: sets.map((each) => ({
    controlNumber: '0001',
    outcome: each === 'partially-accepted' ? 'rejected' : each,
    faults: [],
    codes: [],
  })),
})

describe('the group and the sets of a 999', () => {
  it.each<[string, FileAcknowledgment]>([
    ['all accepted', group('accepted', [1, 1], ['accepted'])],
    ['accepted, the sets not listed', group('accepted', [2, 2], [])],
    ['accepted, not counted', group('accepted', [null, null], ['accepted'])],
    ['accepted with faults', group('accepted-with-faults', [1, 1], ['accepted-with-faults'])],
    ['all rejected', group('rejected', [1, 0], ['rejected'])],
    ['rejected as a group', group('rejected', [1, 0], ['accepted'], ['4'])],
    ['partly accepted', group('partially-accepted', [2, 1], ['accepted', 'rejected'])],
    ['partly accepted, only the rejected listed', group('partially-accepted', [2, 1], ['rejected'])],
  ])('%s: they agree', (_, said) => {
    expect(faultOfSets(said)).toBeNull()
  })

  it.each<[string, FileAcknowledgment]>([
    ['accepted with a rejected set', group('accepted', [null, null], ['rejected'])],
    ['accepted with faults and a rejected set', group('accepted-with-faults', [2, 2], ['accepted', 'rejected'])],
    ['rejected with an accepted set', group('rejected', [1, 0], ['accepted'])],
    ['partly accepted with no rejected set', group('partially-accepted', [2, 1], ['accepted'])],
    ['accepted with fewer sets than were received', group('accepted', [2, 1], ['accepted'])],
    ['rejected with sets that count as accepted', group('rejected', [1, 1], ['rejected'])],
    ['rejected with an accepted set that is not listed', group('rejected', [2, 1], ['rejected'])],
    ['partly accepted with all counted', group('partially-accepted', [2, 2], ['rejected'])],
    ['more rejected than counted', group('partially-accepted', [3, 2], ['rejected', 'rejected'])],
    ['more listed than received', group('accepted', [1, 1], ['accepted', 'accepted'])],
  ])('%s: it is held', (_, said) => {
    expect(faultOfSets(said)).toBe('answer_contradictory')
  })
})
