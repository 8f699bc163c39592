import type { Urgency } from '../contract.ts'
import type { YieldSlotWhile } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'
import { Problem } from '../../problems/problem.ts'

export interface Admission {
  /** Number of requests under way, without streams. */
  readonly inFlight: number
  /** Refuses every new request from now on. Requests under way finish. */
  drain(): void
  /** Resolves when no request is under way, or after `milliseconds`. */
  idle(milliseconds: number): Promise<void>
}

/** The part of the capacity that a class may fill. The rest is reserved for the classes after it. */
const shares: Readonly<Record<Urgency, number>> = { deferrable: 0.6, routine: 0.85, runningVisit: 1 }

/** The share of a small capacity is rounded up: every class has a place on an idle server. */
const placesFor = (limit: number, urgency: Urgency): number => Math.max(1, Math.ceil(limit * shares[urgency]))

/** Seconds to wait: what can wait longer is asked to, so that it does not return into the same overload. */
const retryAfter: Readonly<Record<Urgency, string>> = { deferrable: '5', routine: '2', runningVisit: '1' }

/**
 * Limits concurrent requests. Beyond the limit, an immediate refusal keeps the others fast; a queue would only produce responses for
 * which no client waits any more. An overload is shed by class: lists, documents and bookings are refused first, and what a running visit
 * needs last.
 */
export const admitRequest = (limit: number): Step & Admission => {
  const places: Readonly<Record<Urgency, number>> = {
    deferrable: placesFor(limit, 'deferrable'),
    routine: placesFor(limit, 'routine'),
    runningVisit: limit,
  }
  let inFlight = 0
  let draining = false
  let onIdle: (() => void) | null = null

  const enter = (urgency: Urgency): void => {
    if (draining)
      throw new Problem(503, 'stopping', 'This server is being stopped. Try again.', {
        headers: { 'retry-after': '1', connection: 'close' },
      })
    if (inFlight >= places[urgency])
      throw new Problem(503, 'overloaded', 'Too many requests are being worked on. Try again shortly.', {
        headers: { 'retry-after': retryAfter[urgency] },
      })
    inFlight++
  }
  const leave = (): void => {
    inFlight--
    if (inFlight === 0) onIdle?.()
  }
  const yieldSlotAs =
    (urgency: Urgency): YieldSlotWhile =>
    async (wait) => {
      leave()
      let isBack = false
      try {
        const found = await wait()
        enter(urgency)
        isBack = true
        return found
      } finally {
        // A refused request still gets its response here, and `run` calls `leave` once more.
        if (!isBack) inFlight++
      }
    }
  // One function for each class, so that a request creates no closure.
  const yieldSlotWhile: Readonly<Record<Urgency, YieldSlotWhile>> = {
    deferrable: yieldSlotAs('deferrable'),
    routine: yieldSlotAs('routine'),
    runningVisit: yieldSlotAs('runningVisit'),
  }

  return {
    name: 'admit-request',
    get inFlight() {
      return inFlight
    },
    drain: () => {
      draining = true
    },
    idle: (milliseconds) =>
      new Promise((resolve) => {
        if (inFlight === 0) return resolve()
        const timer = setTimeout(resolve, milliseconds)
        onIdle = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    run: async (exchange, next) => {
      const { urgency } = exchange.route.declaration
      enter(urgency)
      exchange.yieldSlotWhile = yieldSlotWhile[urgency]
      try {
        await next(exchange)
      } finally {
        leave()
      }
    },
  }
}
