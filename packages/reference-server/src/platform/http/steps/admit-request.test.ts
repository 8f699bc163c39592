import { describe, expect, it } from 'vitest'
import { readContract, type Urgency } from '../contract.ts'
import { Exchange } from '../exchange.ts'
import { Problem } from '../../problems/problem.ts'
import { admitRequest } from './admit-request.ts'

const requestOf = (urgency: Urgency): Exchange =>
  new Exchange({ req: {}, res: {} } as never, { declaration: { urgency } } as never, {}, '')

/** A server with so many places, whose requests end when the test says so. */
const open = (limit: number) => {
  const admission = admitRequest(limit)
  const ends: (() => void)[] = []
  const enter = async (urgency: Urgency): Promise<string> => {
    try {
      await admission.run(requestOf(urgency), () => new Promise((resolve) => ends.push(resolve)))
      return 'done'
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return `${error.status} ${error.code}, again after ${error.headers['retry-after']}`
    }
  }
  return {
    admission,
    /** How many of these requests are admitted. */
    fill: async (urgency: Urgency, count: number): Promise<number> => {
      const before = admission.inFlight
      for (let each = 0; each < count; each++) void enter(urgency)
      await Promise.resolve()
      return admission.inFlight - before
    },
    enter,
    endAll: () => ends.splice(0).forEach((end) => end()),
  }
}

describe('an overloaded server', () => {
  it('refuses lists and bookings first, then the rest, and what a running visit needs last', async () => {
    const { fill, enter } = open(100)
    expect(await fill('deferrable', 100)).toBe(60)
    expect(await enter('deferrable')).toBe('503 overloaded, again after 5')
    expect(await fill('routine', 100)).toBe(25)
    expect(await enter('routine')).toBe('503 overloaded, again after 2')
    expect(await fill('runningVisit', 100)).toBe(15)
    expect(await enter('runningVisit')).toBe('503 overloaded, again after 1')
  })

  it('admits every class when it is idle, however few places it has', async () => {
    for (const urgency of ['deferrable', 'routine', 'runningVisit'] as const) {
      const { fill, endAll, admission } = open(1)
      expect(await fill(urgency, 2)).toBe(1)
      endAll()
      await admission.idle(1_000)
      expect(await fill(urgency, 1)).toBe(1)
    }
  })

  it('keeps its places for what a running visit needs', () => {
    const { operations } = readContract()
    const ofClass = (wanted: Urgency): string[] =>
      Object.entries(operations).flatMap(([id, { urgency }]) => (urgency === wanted ? [id] : []))
    expect(ofClass('runningVisit')).toEqual(
      expect.arrayContaining(['takeSeat', 'leaveSeat', 'sendSignal', 'getQueue', 'getQueuePosition', 'admitPatient']),
    )
    expect(ofClass('runningVisit')).toEqual(expect.arrayContaining(['endVisit', 'extendSession', 'exchangeToken']))
    expect(ofClass('deferrable')).toEqual(
      expect.arrayContaining(['listClaims', 'searchSlots', 'bookAppointment', 'getVisitSummaryPdf', 'addAttachment']),
    )
  })
})
