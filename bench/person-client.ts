import { setTimeout as wait } from 'node:timers/promises'
import { operations } from '@visitkit/contract/operations'
import { HttpConnection, requestBytes } from './http-client.ts'
import type { HospitalPerson } from './servers/hospital-people.ts'

export type OperationId = keyof typeof operations
// oxlint-disable-next-line typescript/no-explicit-any -- answers of many operations, looked into a property or two
export type Json = any

export interface CallParts {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What people's pages ask of the server, and what of it must stand in the ledger. */
export interface PersonClient {
  /** Asks and thinks. Throws unless the answer is the operation's success. */
  call(who: HospitalPerson, id: OperationId, parts?: CallParts): Promise<Json>
  /**
   * Asks again, each time twice as long after, until the answer is as wanted: for what the server or a partner of it does in its own time.
   * What is not there yet (404) is asked for again.
   */
  until(who: HospitalPerson, id: OperationId, parts: CallParts, isWanted: (answer: Json) => boolean): Promise<Json>
  /** Of each request. */
  readonly milliseconds: readonly number[]
  /** What the contract says must now stand in the ledger, by operation. */
  readonly auditRows: Readonly<Record<string, number>>
  close(): void
}

/** Milliseconds. */
const firstPollMs = 500
const pollTimeoutMs = 240_000
/** The server closes a connection on which nothing came for five seconds, perhaps just as something comes. */
const maxIdleMs = 3_000

/** People read before they press; shortened, so that a visit takes seconds. Milliseconds. */
const pauseToRead = (): Promise<void> => wait(100 + Math.random() * 200)

export const createPersonClient = (url: string): PersonClient => {
  const milliseconds: number[] = []
  const auditRows: Record<string, number> = {}
  // Opened with the first request: a server closes a connection on which nothing comes.
  const pages = new Map<HospitalPerson, { readonly connection: HttpConnection; readonly usedAt: number }>()
  const connectionOf = async (who: HospitalPerson): Promise<HttpConnection> => {
    const page = pages.get(who)
    if (page?.connection.isOpen && performance.now() - page.usedAt < maxIdleMs) return page.connection
    page?.connection.close()
    const connection = await HttpConnection.open(url)
    pages.set(who, { connection, usedAt: performance.now() })
    return connection
  }
  const send = async (who: HospitalPerson, id: OperationId, { path = {}, query, body }: CallParts) => {
    const operation = operations[id] as { method: string; path: string; success: number; idempotent: boolean }
    const request = requestBytes({
      method: operation.method.toUpperCase(),
      path: `${operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '')}${query ? `?${new URLSearchParams(query)}` : ''}`,
      token: who.token,
      body,
      headers: operation.idempotent ? { 'Idempotency-Key': crypto.randomUUID() } : {},
    })
    const connection = await connectionOf(who)
    const startedAt = performance.now()
    const answer = await connection.send(request)
    const now = performance.now()
    milliseconds.push(now - startedAt)
    pages.set(who, { connection, usedAt: now })
    const parsed = answer.body.length === 0 ? undefined : (JSON.parse(answer.body.toString()) as Json)
    const succeeded = answer.status === operation.success
    // A refusal leaves one row, and names nobody.
    auditRows[id] = (auditRows[id] ?? 0) + (succeeded ? predictedRows(id, parsed) : 1)
    return { status: answer.status, parsed, succeeded }
  }
  const refused = (id: OperationId, { status, parsed }: { status: number; parsed: Json }): Error =>
    new Error(`${id} was answered with ${status} ${parsed?.code ?? ''} ${JSON.stringify(parsed?.errors ?? '')}`)
  return {
    milliseconds,
    auditRows,
    call: async (who, id, parts = {}) => {
      const answer = await send(who, id, parts)
      if (!answer.succeeded) throw refused(id, answer)
      await pauseToRead()
      return answer.parsed
    },
    until: async (who, id, parts, isWanted) => {
      const began = performance.now()
      for (let pause = firstPollMs; ; pause *= 2) {
        await wait(pause * (0.75 + Math.random() / 2))
        const answer = await send(who, id, parts)
        if (!answer.succeeded && answer.status !== 404) throw refused(id, answer)
        if (answer.succeeded && isWanted(answer.parsed)) return answer.parsed
        if (performance.now() - began > pollTimeoutMs)
          throw new Error(
            `${id} was not as wanted in time; last ${answer.parsed?.status ?? answer.parsed?.state ?? answer.status}`,
          )
      }
    },
    close: () => {
      for (const { connection } of pages.values()) connection.close()
    },
  }
}

/** The contract's rule, followed by hand: a row for each patient in the answer, or one without; reads without patients write none. */
const predictedRows = (id: OperationId, answer: Json): number => {
  const { audit } = operations[id] as {
    audit: { action: string; patients?: readonly string[]; optional?: boolean; unrecorded?: string }
  }
  if (audit.unrecorded !== undefined) return 0
  if (audit.patients === undefined) return audit.action === 'read' || audit.action === 'search' ? 0 : 1
  const found = new Set<string>()
  for (const pointer of audit.patients)
    for (const value of valuesAt(answer, pointer.split('/').slice(1))) found.add(String(value))
  return found.size > 0 ? found.size : audit.optional ? 0 : 1
}

const valuesAt = (value: Json, path: readonly string[]): unknown[] => {
  const [step, ...rest] = path
  if (value === undefined || value === null) return []
  if (step === undefined) return [value]
  if (step === '*') return (value as Json[]).flatMap((each) => valuesAt(each, rest))
  return valuesAt(value[step], rest)
}
