import { setTimeout as wait } from 'node:timers/promises'
import { operations } from '@visitkit/contract/operations'
import { HttpConnection, requestBytes } from './http-client.ts'
import type { HospitalPerson } from './servers/hospital-people.ts'

export type OperationId = keyof typeof operations
// oxlint-disable-next-line typescript/no-explicit-any -- responses of many operations, of which one or two properties are read
export type Json = any

export interface CallParts {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** The requests of people's pages, and the rows that must be in the ledger for them. */
export interface PersonClient {
  /** Sends a request after a pause. Throws unless the response is the operation's success. */
  call(who: HospitalPerson, id: OperationId, parts?: CallParts): Promise<Json>
  /**
   * Repeats a request with doubling delays until the response is as expected: for what the server or a partner does asynchronously. A 404
   * is repeated too.
   */
  until(who: HospitalPerson, id: OperationId, parts: CallParts, isWanted: (answer: Json) => boolean): Promise<Json>
  /** Of each request. */
  readonly milliseconds: readonly number[]
  /** The rows that must be in the ledger according to the contract, by operation. */
  readonly auditRows: Readonly<Record<string, number>>
  close(): void
}

/** Milliseconds. */
const firstPollMs = 500
const pollTimeoutMs = 240_000
/** The server closes a connection that was idle for five seconds, perhaps just as a request arrives. */
const maxIdleMs = 3_000

/** People read before they press; shortened, so that a visit takes seconds. Milliseconds. */
const pauseToRead = (): Promise<void> => wait(100 + Math.random() * 200)

export const createPersonClient = (url: string): PersonClient => {
  const milliseconds: number[] = []
  const auditRows: Record<string, number> = {}
  // Opened with the first request: a server closes an idle connection.
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
    // A refusal leaves one row, without a patient.
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

/** The contract's rule: a row for each patient in the response, or one without a patient; reads without patients leave none. */
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
