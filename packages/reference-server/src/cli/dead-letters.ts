import { parseArgs } from 'node:util'
import { composeServer } from '../compose-server.ts'
import { readConfig } from '../config.ts'
import type { DeadLetterRetry } from '../platform/contracts/dead-letter.ts'
import { systemAccess } from '../platform/system/system-access.ts'
import type { SystemRequestContext } from '../platform/system/system-request-context.ts'
import type { AccessRow } from '../platform/contracts/ledger.ts'
import {
  listDeadLetters,
  maxListed,
  operatorRequestContext,
  type ListedDeadLetter,
  type DeadLetterServer,
} from './list-dead-letters.ts'

export const deadLettersUsage = `visitkit-server parked: dead letters of every organization, i.e. what failed and is not retried automatically. Shows ids, codes and times, no content.

  parked                      lists them, oldest first; --json for programs
  parked retry <kind> <id>    retries one
  parked retry --all          retries all, except messages to partners that a later message on the same subject has superseded

  transmission  a message to a partner that the server could not send, or whose response it could not store
  message       a message from a pharmacy that could not be parsed or matched; it stays parked until a retry succeeds
  event         a delivery within the server; every consumer that failed on the event receives it again

Correct the cause first. A running server processes retried items within a minute; with an embedded database, stop the server first.

Exit code: 0 done, 1 an item is still parked or was not found, 2 invalid arguments.`

export interface DeadLettersOutcome {
  readonly exitCode: 0 | 1 | 2
  readonly text: string
}

type DeadLettersRequest =
  | { readonly what: 'list'; readonly json: boolean }
  | { readonly what: 'retry-one'; readonly kind: ListedDeadLetter['kind']; readonly id: string }
  | { readonly what: 'retry-all' }

const kinds: readonly ListedDeadLetter['kind'][] = ['transmission', 'message', 'event']

/** The command: opens the configured database, and closes it. `args` are the arguments after `parked`. */
export const deadLettersCommand = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<DeadLettersOutcome> => {
  const request = readArguments(args)
  if ('text' in request) return request
  const server = await composeServer(readConfig(environment))
  try {
    const { modules, platform, provides } = server
    return await deadLetters({ modules, platform, organizationIds: provides.directory.organizationIds }, request)
  } finally {
    await server.close()
  }
}

/** The same on a server that is already composed. */
export const deadLetters = async (
  server: DeadLetterServer,
  request: DeadLettersRequest,
): Promise<DeadLettersOutcome> => {
  const found = await listDeadLetters(server)
  switch (request.what) {
    case 'list':
      return { exitCode: 0, text: request.json ? JSON.stringify(found.map(shown), null, 2) : describe(found) }
    case 'retry-all': {
      const overtaken = found.filter(({ isOvertaken }) => isOvertaken)
      const outcome = await retry(
        server,
        found.filter(({ isOvertaken }) => !isOvertaken),
      )
      if (overtaken.length === 0) return outcome
      const left = overtaken.map(
        (each) => `${nameOf(each)}: not retried, a later message on the same subject was sent.`,
      )
      return { exitCode: 1, text: [outcome.text, ...left].join('\n') }
    }
    case 'retry-one': {
      const those = found.filter(({ kind, id }) => kind === request.kind && id === request.id)
      if (those.length === 0)
        return { exitCode: 1, text: `No ${request.kind} with this id is parked. List them: visitkit-server parked.` }
      return retry(server, those)
    }
  }
}

const readArguments = (args: readonly string[]): DeadLettersRequest | DeadLettersOutcome => {
  const usageError: DeadLettersOutcome = { exitCode: 2, text: deadLettersUsage }
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { all: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
    })
    if (values.help) return { exitCode: 0, text: deadLettersUsage }
    const [verb, kindGiven, id, ...others] = positionals
    if (verb === undefined) return values.all ? usageError : { what: 'list', json: values.json ?? false }
    if (verb !== 'retry' || others.length > 0) return usageError
    if (values.all) return kindGiven === undefined ? { what: 'retry-all' } : usageError
    const kind = kinds.find((each) => each === kindGiven)
    return kind === undefined || id === undefined ? usageError : { what: 'retry-one', kind, id }
  } catch {
    return usageError
  }
}

const retry = async (server: DeadLetterServer, those: readonly ListedDeadLetter[]): Promise<DeadLettersOutcome> => {
  const lines: string[] = []
  let isAllAgain = true
  // Several consumers may have given up one event. It is retried once.
  for (const each of new Map(those.map((one) => [`${one.kind} ${one.id}`, one])).values()) {
    const { outcome, ...more } = await retryOne(server, each)
    if (outcome !== 'again') isAllAgain = false
    lines.push(`${nameOf(each)}: ${outcomeText[outcome]}${'fault' in more ? ` (${more.fault})` : ''}.`)
  }
  return { exitCode: isAllAgain ? 0 : 1, text: lines.length === 0 ? 'Nothing is parked.' : lines.join('\n') }
}

const outcomeText: Readonly<Record<DeadLetterRetry['outcome'], string>> = {
  again: 'retried',
  'not-parked': 'was no longer parked',
  'still-parked': 'still parked',
}

/** Writes the audit row too: in the same transaction for a domain's dead letter, before the retry for an event of the relay. */
const retryOne = async ({ platform }: DeadLetterServer, one: ListedDeadLetter): Promise<DeadLetterRetry> => {
  const context = operatorRequestContext(one.organizationId)
  if (one.from === null) {
    await platform.ledger.append([accessRow(context, one, one.patientId)])
    const count = await platform.relay.retryDeadLetter(one.id)
    return { outcome: count > 0 ? 'again' : 'not-parked' }
  }
  const { domain, kind } = one.from
  const { result } = await platform.unitOfWork.run<DeadLetterRetry>(
    {
      domain,
      context,
      idempotency: null,
      audit: () => {
        const concerned = new Set([...(one.patientId === null ? [] : [one.patientId]), ...context.access.touched])
        return concerned.size === 0
          ? [accessRow(context, one, null)]
          : [...concerned].map((patientId) => accessRow(context, one, patientId))
      },
    },
    (context) => kind.retry(context, one.id),
  )
  return result
}

const accessRow = (
  context: SystemRequestContext,
  { id, from }: ListedDeadLetter,
  patientId: string | null,
): AccessRow =>
  systemAccess(context, {
    operation: 'parked.retry',
    entity: from?.kind.entity ?? 'Event',
    entityId: id,
    patientId,
    because: 'operator',
    purpose: 'HSYSADMIN',
  })

const nameOf = ({ kind, id }: ListedDeadLetter): string => `${kind} ${id}`

const shown = ({ kind, id, organizationId, what, fault, since, attempts, isOvertaken }: ListedDeadLetter) => ({
  kind,
  id,
  organizationId,
  what,
  fault,
  since: since.toISOString(),
  attempts,
  isOvertaken,
})

const describe = (found: readonly ListedDeadLetter[]): string => {
  if (found.length === 0) return 'Nothing is parked.'
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
        ...(isOvertaken ? ['superseded by a later one'] : []),
      ].join('  '),
    )
  return found.length < maxListed ? lines.join('\n') : [...lines, 'There may be more: retry these first.'].join('\n')
}
