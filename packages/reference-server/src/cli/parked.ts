import { parseArgs } from 'node:util'
import { composeServer } from '../compose-server.ts'
import { readConfig } from '../config.ts'
import type { RetriedParked } from '../platform/contracts/parked.ts'
import { systemAccess } from '../platform/system/system-access.ts'
import type { SystemSituation } from '../platform/system/system-situation.ts'
import type { AccessRow } from '../platform/contracts/ledger.ts'
import { findParked, mostListed, operatorSituation, type FoundParked, type ParkedServer } from './find-parked.ts'

export const parkedUsage = `visitkit-server parked: what failed for good and stands still, of every organization. Shows ids, codes and times, nothing of what it holds.

  parked                      lists it, the oldest first; --json for programs
  parked retry <kind> <id>    has one tried again
  parked retry --all          all of them, except messages to partners that a later one about the same thing has overtaken

  transmission  a message to a partner that our own code could not send, or whose answer it could not keep
  message       what a pharmacy sent and nobody could read or place; read and placed anew, it stays while its fault holds
  event         a delivery within the server; every consumer that gave the event up gets it again

Put right first what made it fail. A server that runs takes retried things up within a minute; with an embedded database, stop it first.

Exit code: 0 done, 1 something still stands or was not found, 2 not understood.`

export interface ParkedOutcome {
  readonly exitCode: 0 | 1 | 2
  readonly text: string
}

type Asked =
  | { readonly what: 'list'; readonly json: boolean }
  | { readonly what: 'retry-one'; readonly kind: FoundParked['kind']; readonly id: string }
  | { readonly what: 'retry-all' }

const kinds: readonly FoundParked['kind'][] = ['transmission', 'message', 'event']

/** The command: opens the database of the configuration, and closes it. `args` are those after `parked`. */
export const parkedCommand = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<ParkedOutcome> => {
  const asked = readArguments(args)
  if ('text' in asked) return asked
  const server = await composeServer(readConfig(environment))
  try {
    const { modules, platform, provides } = server
    return await parked({ modules, platform, organizationIds: provides.directory.organizationIds }, asked)
  } finally {
    await server.close()
  }
}

/** The same on a server that is there. */
export const parked = async (server: ParkedServer, asked: Asked): Promise<ParkedOutcome> => {
  const found = await findParked(server)
  switch (asked.what) {
    case 'list':
      return { exitCode: 0, text: asked.json ? JSON.stringify(found.map(shown), null, 2) : describe(found) }
    case 'retry-all': {
      const overtaken = found.filter(({ isOvertaken }) => isOvertaken)
      const outcome = await retry(
        server,
        found.filter(({ isOvertaken }) => !isOvertaken),
      )
      if (overtaken.length === 0) return outcome
      const left = overtaken.map(
        (each) => `${nameOf(each)}: left alone, a later one about the same thing has gone out.`,
      )
      return { exitCode: 1, text: [outcome.text, ...left].join('\n') }
    }
    case 'retry-one': {
      const those = found.filter(({ kind, id }) => kind === asked.kind && id === asked.id)
      if (those.length === 0)
        return { exitCode: 1, text: `No ${asked.kind} with this id stands still. List them: visitkit-server parked.` }
      return retry(server, those)
    }
  }
}

const readArguments = (args: readonly string[]): Asked | ParkedOutcome => {
  const misunderstood: ParkedOutcome = { exitCode: 2, text: parkedUsage }
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { all: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
    })
    if (values.help) return { exitCode: 0, text: parkedUsage }
    const [verb, kindGiven, id, ...others] = positionals
    if (verb === undefined) return values.all ? misunderstood : { what: 'list', json: values.json ?? false }
    if (verb !== 'retry' || others.length > 0) return misunderstood
    if (values.all) return kindGiven === undefined ? { what: 'retry-all' } : misunderstood
    const kind = kinds.find((each) => each === kindGiven)
    return kind === undefined || id === undefined ? misunderstood : { what: 'retry-one', kind, id }
  } catch {
    return misunderstood
  }
}

const retry = async (server: ParkedServer, those: readonly FoundParked[]): Promise<ParkedOutcome> => {
  const lines: string[] = []
  let isAllAgain = true
  // An event that several consumers gave up is one event.
  for (const each of new Map(those.map((one) => [`${one.kind} ${one.id}`, one])).values()) {
    const { outcome, ...more } = await retryOne(server, each)
    if (outcome !== 'again') isAllAgain = false
    lines.push(`${nameOf(each)}: ${say[outcome]}${'fault' in more ? ` (${more.fault})` : ''}.`)
  }
  return { exitCode: isAllAgain ? 0 : 1, text: lines.length === 0 ? 'Nothing stands still.' : lines.join('\n') }
}

const say: Readonly<Record<RetriedParked['outcome'], string>> = {
  again: 'tried again',
  'not-parked': 'did not stand still any more',
  'still-parked': 'still stands',
}

/** With its audit row: in the same transaction where a domain has it, before it where the relay does. */
const retryOne = async ({ platform }: ParkedServer, one: FoundParked): Promise<RetriedParked> => {
  const situation = operatorSituation(one.organizationId)
  if (one.from === null) {
    await platform.ledger.append([accessRow(situation, one, one.patientId)])
    const count = await platform.relay.retryParked(one.id)
    return { outcome: count > 0 ? 'again' : 'not-parked' }
  }
  const { domain, kind } = one.from
  const { answer } = await platform.unitOfWork.run<RetriedParked>(
    {
      domain,
      situation,
      idempotency: null,
      audit: () => {
        const concerned = new Set([...(one.patientId === null ? [] : [one.patientId]), ...situation.access.touched])
        return concerned.size === 0
          ? [accessRow(situation, one, null)]
          : [...concerned].map((patientId) => accessRow(situation, one, patientId))
      },
    },
    (keeping) => kind.retry(keeping, one.id),
  )
  return answer
}

const accessRow = (situation: SystemSituation, { id, from }: FoundParked, patientId: string | null): AccessRow =>
  systemAccess(situation, {
    operation: 'parked.retry',
    entity: from?.kind.entity ?? 'Event',
    entityId: id,
    patientId,
    because: 'operator',
    purpose: 'HSYSADMIN',
  })

const nameOf = ({ kind, id }: FoundParked): string => `${kind} ${id}`

const shown = ({ kind, id, organizationId, what, fault, since, attempts, isOvertaken }: FoundParked) => ({
  kind,
  id,
  organizationId,
  what,
  fault,
  since: since.toISOString(),
  attempts,
  isOvertaken,
})

const describe = (found: readonly FoundParked[]): string => {
  if (found.length === 0) return 'Nothing stands still.'
  const lines = found
    .map(shown)
    .map(({ kind, id, organizationId, what, fault, since, attempts, isOvertaken }) =>
      [
        kind.padEnd(12),
        id,
        `organization ${organizationId}`,
        `since ${since}`,
        what,
        fault,
        ...(attempts === null ? [] : [`${attempts} attempts`]),
        ...(isOvertaken ? ['overtaken by a later one'] : []),
      ].join('  '),
    )
  return found.length < mostListed ? lines.join('\n') : [...lines, 'There may be more: retry these first.'].join('\n')
}
