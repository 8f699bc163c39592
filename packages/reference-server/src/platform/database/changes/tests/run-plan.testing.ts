import type { Platform } from '../../../create-platform.ts'
import type { Caller } from '../../../contracts/caller.ts'
import type { Change } from '../../../contracts/change.ts'
import type { Write } from '../../../contracts/write.ts'
import { Problem } from '../../../problems/problem.ts'
import { testCaller } from '../../../tests/create-platform.testing.ts'
import { DatabaseError } from '../../errors/database-error.ts'
import { newId } from '../../ids/new-id.ts'
import {
  counters,
  entries,
  entryAdded,
  readCounter,
  refusedNote,
  requestOf,
  takePlace,
  type Counter,
} from './counters.testing.ts'
import type { CallerPlan, Wish } from './random-plan.testing.ts'
import { replayIdOf } from '../../unit-of-work/replays.ts'

/** The answer of a change: what it says that it has stored. */
export interface Acknowledged {
  readonly entries: readonly { readonly id: string; readonly counterId: string; readonly version: number }[]
  readonly place: string | null
}

/** What the callers of an organization were answered. */
export interface Outcome {
  readonly organizationId: string
  readonly counterIds: readonly string[]
  /** Each stored change once. */
  readonly acknowledged: Acknowledged[]
  /** Answers to repeated requests. */
  readonly replayed: Acknowledged[]
  /** Keys of acknowledged changes. */
  readonly keys: Set<string>
  /** How often each code was answered. */
  readonly refused: Map<string, number>
}

export const prepareOrganization = async ({ unitOfWork }: Platform, countersEach: number): Promise<Outcome> => {
  const caller = testCaller()
  const all: Counter[] = Array.from({ length: countersEach }, () => ({ id: newId(), value: 0, version: 1 }))
  await unitOfWork.keep(
    requestOf(caller, () => []),
    () => ({ writes: all.map((counter) => counters.insert(counter)), answer: null }),
  )
  return {
    organizationId: caller.organizationId,
    counterIds: all.map(({ id }) => id),
    acknowledged: [],
    replayed: [],
    keys: new Set(),
    refused: new Map(),
  }
}

/** The wishes of a caller, one after the other. A request that may be repeated is, as a client does. */
export const runCaller = async (platform: Platform, plan: CallerPlan, outcome: Outcome): Promise<void> => {
  const caller = testCaller(outcome.organizationId)
  for (const wish of plan.wishes) await runWish(platform, caller, wish, outcome)
}

const runWish = async (platform: Platform, caller: Caller, wish: Wish, outcome: Outcome): Promise<void> => {
  const key = wish.repeats > 1 ? newId() : null
  const requests = Array.from({ length: wish.repeats }, (_, index) => ({
    hash: wish.isKeyReused && index === 1 ? 'another request' : 'same request',
  }))
  await Promise.all(
    requests.map(({ hash }) => send(platform, caller, wish, outcome, key === null ? null : { key, hash })),
  )
}

const send = async (
  platform: Platform,
  caller: Caller,
  wish: Wish,
  outcome: Outcome,
  idempotency: { readonly key: string; readonly hash: string } | null,
): Promise<void> => {
  const request = requestOf<Acknowledged>(caller, (answer) => answer.entries.map(({ id }) => id), idempotency)
  for (;;) {
    try {
      const { result, replayed } = await platform.unitOfWork.keep(request, () => decide(platform, wish, outcome))
      outcome[replayed ? 'replayed' : 'acknowledged'].push(result)
      if (idempotency !== null) outcome.keys.add(replayIdOf({ caller }, idempotency))
      return
    } catch (error) {
      const code = error instanceof Problem || error instanceof DatabaseError ? error.code : null
      if (code === null) throw error
      // "Nothing was stored. Try again." Of an insisting decision, it is the answer.
      if (code === 'try_again' && wish.kind !== 'outdated') continue
      outcome.refused.set(code, (outcome.refused.get(code) ?? 0) + 1)
      return
    }
  }
}

const decide = async (platform: Platform, wish: Wish, outcome: Outcome): Promise<Change<Acknowledged>> => {
  if (wish.kind === 'refuse') throw new Problem(409, 'version_conflict', 'As decided.')
  const db = platform.database.reader({ domain: 'tallies', organizationId: outcome.organizationId })
  const seen = await Promise.all(wish.counters.map((at) => readCounter(db, outcome.counterIds[at] ?? '')))
  if (wish.kind === 'outdated') return adding(seen.map((counter) => ({ ...counter, version: counter.version - 1 })))
  if (wish.kind === 'break') return adding(seen, null, refusedNote)
  if (wish.kind === 'add') return adding(seen)
  const otherwise = (): Change<Acknowledged> => {
    if (!wish.isRefusedIfTaken) return adding(seen)
    throw new Problem(409, 'slot_taken', 'Taken.')
  }
  return { ...adding(seen, wish.place), otherwise }
}

/** Adds one to each counter as it was seen: an entry, an event and an audit row each. */
const adding = (seen: readonly Counter[], place: string | null = null, note = 'one'): Change<Acknowledged> => {
  const added = seen.map(({ id, version }) => ({ id: newId(), counterId: id, version: version + 1 }))
  const writes: Write[] = seen.map((counter) =>
    counters.replace({ ...counter, value: counter.value + 1, version: counter.version + 1 }, counter),
  )
  writes.push(...added.map((entry) => entries.insert({ ...entry, note })))
  if (place !== null) writes.push(takePlace(newId(), place))
  return { writes, events: added.map(({ id }) => entryAdded(id)), answer: { entries: added, place } }
}
