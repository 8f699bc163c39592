import { createHash } from 'node:crypto'
import type { RateLimiter } from './rate-limiter.ts'

/** Rate classes of guesses: their units count in every process of a deployment, so that more processes do not admit more guesses. */
const sharedClasses: ReadonlySet<string> = new Set(['proof-failure', 'invitation'])

export interface SharedLimiter extends RateLimiter {
  /** Takes the units that another process has announced. `now` is of this process, as its other limits. */
  receive(announcement: string, now: number): void
  /** Announces nothing more. */
  stop(): void
}

export interface SharedLimiterOptions {
  /** The limits of this process. */
  readonly own: RateLimiter
  /** To all processes of the deployment, this one included. One announcement has at most 8,000 bytes, as `pg_notify` takes. */
  readonly announce: (announcement: string) => void
}

/** How long what was taken is collected for one announcement. Milliseconds. */
const collectFor = 50
const mostInAnnouncement = 100

/** What identifies a limit to other processes: it reveals no address. */
const digestOf = (who: string): string => createHash('sha256').update(who).digest('base64url')

const announced = /^(?<rateClass>[a-z-]+) (?<digest>[\w-]{43}) (?<units>\d{1,4})$/

/**
 * A limiter that announces the units of guesses to the other processes, and takes those that others announce. The response waits for neither,
 * so a few guesses more are admitted at the same time in several processes. What is announced while the connection is down is lost: then
 * each process counts for itself.
 */
export const createSharedLimiter = ({ own, announce }: SharedLimiterOptions): SharedLimiter => {
  const self = crypto.randomUUID()
  const taken = new Map<string, number>()
  let timer: NodeJS.Timeout | null = null
  let isStopped = false

  const send = (): void => {
    timer = null
    const lines = [...taken].map((entry) => entry.join(' '))
    taken.clear()
    for (let first = 0; first < lines.length; first += mostInAnnouncement)
      announce([self, ...lines.slice(first, first + mostInAnnouncement)].join('\n'))
  }
  const collect = (limit: string, units: number): void => {
    if (isStopped) return
    taken.set(limit, units + (taken.get(limit) ?? 0))
    timer ??= setTimeout(send, collectFor).unref()
  }
  const nameOf = (who: string, rateClass: string): string => (sharedClasses.has(rateClass) ? digestOf(who) : who)

  return {
    take: (who, rateClass, now, units = 1) => {
      const name = nameOf(who, rateClass)
      const wait = own.take(name, rateClass, now, units)
      if (wait === 0 && sharedClasses.has(rateClass)) collect(`${rateClass} ${name}`, units)
      return wait
    },
    charge: (who, rateClass, now, units) => own.charge(nameOf(who, rateClass), rateClass, now, units),
    peek: (who, rateClass, now, units) => own.peek(nameOf(who, rateClass), rateClass, now, units),
    receive: (announcement, now) => {
      const [sender, ...lines] = announcement.split('\n')
      if (sender === self) return
      for (const line of lines) {
        const { rateClass = '', digest = '', units } = announced.exec(line)?.groups ?? {}
        if (sharedClasses.has(rateClass)) own.charge(digest, rateClass, now, Number(units))
      }
    },
    stop: () => {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}
