import { ClientDisconnected } from '../problems/client-disconnected.ts'
import { Problem } from '../problems/problem.ts'
import { tooManyRequests } from '../rates/too-many-requests.ts'

/** The person for whom a piece of work is done. */
export interface Asker {
  readonly organizationId: string
  readonly personId: string
}

export interface QueueBounds {
  /** Pieces of work under way at once. */
  readonly atOnce: number
  /** Of one person, waiting or under way. */
  readonly perPerson: number
  /** Of one organization, waiting or under way. */
  readonly perOrganization: number
  /** Of everyone, waiting. */
  readonly waiting: number
  /** What one piece takes, for the time to wait that a refusal states. */
  readonly secondsEach: number
}

export interface FairQueue {
  /**
   * Runs the work when it is the asker's turn. Refuses at once if a bound is reached, with the time to wait. Work that still waits when
   * `disconnected` is aborted is dropped, and its places are free; work under way goes on.
   */
  run<T>(asker: Asker, work: () => Promise<T>, disconnected?: AbortSignal): Promise<T>
  readonly waiting: number
  readonly underWay: number
}

const full = (seconds: number): Problem =>
  new Problem(503, 'overloaded', 'Too many documents, pictures and copies are being made. Try again shortly.', {
    headers: { 'retry-after': String(seconds) },
  })

const add = (counts: Map<string, number>, key: string, difference: 1 | -1): void => {
  const count = (counts.get(key) ?? 0) + difference
  if (count === 0) counts.delete(key)
  else counts.set(key, count)
}

/**
 * A bounded queue in which organizations take turns, and people within an organization. A person who asks for a hundred pieces waits for
 * them alone: everyone else waits for at most one piece of theirs. A map keeps the order of insertion, so its first key is whose turn it
 * is.
 */
export const createFairQueue = ({
  atOnce,
  perPerson,
  perOrganization,
  waiting: most,
  secondsEach,
}: QueueBounds): FairQueue => {
  /** Seconds until a place is probably free. */
  const secondsFor = (ahead: number): number => Math.max(1, Math.ceil((ahead * secondsEach) / atOnce))
  const turns = new Map<string, Map<string, (() => void)[]>>()
  const ofPerson = new Map<string, number>()
  const ofOrganization = new Map<string, number>()
  let waiting = 0
  let underWay = 0

  const enqueue = ({ organizationId, personId }: Asker, start: () => void): void => {
    const people = turns.get(organizationId) ?? new Map<string, (() => void)[]>()
    turns.set(organizationId, people)
    const own = people.get(personId) ?? []
    people.set(personId, own)
    own.push(start)
    waiting++
  }

  /** Removes what has not started. */
  const drop = ({ organizationId, personId }: Asker, start: () => void): void => {
    const people = turns.get(organizationId)
    const own = people?.get(personId)
    if (people === undefined || own === undefined) return
    own.splice(own.indexOf(start), 1)
    if (own.length === 0) people.delete(personId)
    if (people.size === 0) turns.delete(organizationId)
    waiting--
  }

  /** Resolves when it is the asker's turn. */
  const turnOf = (asker: Asker, disconnected: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      const start = (): void => {
        disconnected?.removeEventListener('abort', abandon)
        resolve()
      }
      const abandon = (): void => {
        drop(asker, start)
        reject(new ClientDisconnected())
      }
      enqueue(asker, start)
      disconnected?.addEventListener('abort', abandon)
      startNext()
    })

  const takeNext = (): (() => void) | undefined => {
    const [organization] = turns
    if (organization === undefined) return undefined
    const [organizationId, people] = organization
    const [[personId, own] = ['', []]] = people
    const start = own.shift()
    // A person who had their turn goes to the end.
    people.delete(personId)
    if (own.length > 0) people.set(personId, own)
    turns.delete(organizationId)
    if (people.size > 0) turns.set(organizationId, people)
    waiting--
    return start
  }

  const startNext = (): void => {
    while (underWay < atOnce) {
      const start = takeNext()
      if (start === undefined) return
      underWay++
      start()
    }
  }

  return {
    get waiting() {
      return waiting
    },
    get underWay() {
      return underWay
    },
    run: async (asker, work, disconnected) => {
      if (disconnected?.aborted) throw new ClientDisconnected()
      const person = `${asker.organizationId}/${asker.personId}`
      const own = ofPerson.get(person) ?? 0
      if (own >= perPerson) throw tooManyRequests(secondsFor(own))
      if ((ofOrganization.get(asker.organizationId) ?? 0) >= perOrganization || waiting >= most)
        throw full(secondsFor(waiting))
      add(ofPerson, person, 1)
      add(ofOrganization, asker.organizationId, 1)
      let isStarted = false
      try {
        await turnOf(asker, disconnected)
        isStarted = true
        return await work()
      } finally {
        add(ofPerson, person, -1)
        add(ofOrganization, asker.organizationId, -1)
        if (isStarted) underWay--
        startNext()
      }
    },
  }
}
