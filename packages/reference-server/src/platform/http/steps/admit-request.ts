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

/**
 * Limits concurrent requests. Beyond the limit, an immediate refusal keeps the others fast; a queue would only produce responses for
 * which no client waits any more.
 */
export const admitRequest = (limit: number): Step & Admission => {
  let inFlight = 0
  let draining = false
  let onIdle: (() => void) | null = null

  const enter = (): void => {
    if (draining)
      throw new Problem(503, 'stopping', 'This server is being stopped. Try again.', {
        headers: { 'retry-after': '1', connection: 'close' },
      })
    if (inFlight >= limit)
      throw new Problem(503, 'overloaded', 'Too many requests are being worked on. Try again shortly.', {
        headers: { 'retry-after': '1' },
      })
    inFlight++
  }
  const leave = (): void => {
    inFlight--
    if (inFlight === 0) onIdle?.()
  }
  const yieldSlotWhile: YieldSlotWhile = async (wait) => {
    leave()
    let isBack = false
    try {
      const found = await wait()
      enter()
      isBack = true
      return found
    } finally {
      // A refused request still gets its response here, and `run` calls `leave` once more.
      if (!isBack) inFlight++
    }
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
      enter()
      exchange.yieldSlotWhile = yieldSlotWhile
      try {
        await next(exchange)
      } finally {
        leave()
      }
    },
  }
}
