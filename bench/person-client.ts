import { operations } from '@visitkit/contract/operations'
import type { ConnectionPool } from './connection-pool.ts'
import { Pauses } from './pauses.ts'
import { needsAnswer, predictedRows, type Json, type OperationId } from './predicted-rows.ts'
import type { HospitalPerson } from './servers/hospital-people.ts'

export type { Json, OperationId } from './predicted-rows.ts'

export interface CallParts {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** The requests of people's pages, and the rows that must be in the ledger for them. */
export interface PersonClient {
  /** Sends a request, and resolves after a pause. Throws unless the response is the operation's success. */
  call(who: HospitalPerson, id: OperationId, parts?: CallParts): Promise<Json>
  /** Like `call`, for a page that displays the response and does not need it for the next request: it is not parsed. */
  send(who: HospitalPerson, id: OperationId, parts?: CallParts): Promise<void>
  /** Like `call`, without a pause: for what a page does by itself. */
  now(who: HospitalPerson, id: OperationId, parts?: CallParts): Promise<Json>
  /**
   * Repeats a request until the response is as expected: for what the server or a partner does asynchronously. A page would wait for a live
   * event and then ask once; this one asks after the time that it usually takes, and then with growing delays. A 404 is repeated too.
   */
  until(
    who: HospitalPerson,
    id: OperationId,
    parts: CallParts,
    wanted: { readonly usuallyAfterMs: number; readonly is: (answer: Json) => boolean },
  ): Promise<Json>
  /** Of each request. */
  readonly milliseconds: readonly number[]
  /** The rows that must be in the ledger according to the contract, by operation. */
  readonly auditRows: Readonly<Record<string, number>>
}

/** Milliseconds. */
const pollTimeoutMs = 240_000

/** People read before they press; shortened, so that a visit takes seconds. */
const pauseToRead = (): number => 100 + Math.random() * 200
const about = (milliseconds: number): number => milliseconds * (0.75 + Math.random() / 2)

/** Of everybody. */
const pauses = new Pauses()

interface Answer {
  readonly status: number
  readonly succeeded: boolean
  /** Undefined if it was not needed. */
  readonly parsed: Json
}

export const createPersonClient = (pool: ConnectionPool): PersonClient => {
  const milliseconds: number[] = []
  const auditRows: Record<string, number> = {}
  /** `pause`: before `onAnswer` is called. One timer and no promise, because the generator's CPU is the server's loss. */
  const request = (
    who: HospitalPerson,
    id: OperationId,
    parts: CallParts,
    options: { readonly parses: boolean; readonly pause: number },
    done: { readonly onAnswer: (answer: Answer) => void; readonly onError: (error: Error) => void },
  ): void => {
    const prepared = preparedOf(id)
    const text = prepared.textOf(who.token, parts)
    const parses = options.parses || prepared.needsAnswer
    const connection = pool.take()
    const startedAt = performance.now()
    connection.request(
      text,
      (status) => parses || status !== prepared.success,
      (error, status, body) => {
        if (error) return done.onError(error)
        milliseconds.push(performance.now() - startedAt)
        pool.give(connection)
        const succeeded = status === prepared.success
        try {
          const parsed: Json =
            (parses || !succeeded) && body.length > 0 ? (JSON.parse(body.toString()) as Json) : undefined
          // A refusal leaves one row, without a patient.
          auditRows[id] = (auditRows[id] ?? 0) + (succeeded ? predictedRows(id, parsed) : 1)
          const answer = { status, succeeded, parsed }
          if (options.pause === 0) done.onAnswer(answer)
          else pauses.after(options.pause, () => done.onAnswer(answer))
        } catch (fault) {
          done.onError(fault instanceof Error ? fault : new Error('the answer was not read'))
        }
      },
    )
  }
  const succeed = (
    who: HospitalPerson,
    id: OperationId,
    parts: CallParts,
    parses: boolean,
    pause = pauseToRead(),
  ): Promise<Json> =>
    new Promise((resolve, reject) =>
      request(
        who,
        id,
        parts,
        { parses, pause },
        {
          onAnswer: (answer) => (answer.succeeded ? resolve(answer.parsed) : reject(refused(id, answer))),
          onError: reject,
        },
      ),
    )
  return {
    milliseconds,
    auditRows,
    call: (who, id, parts = {}) => succeed(who, id, parts, true),
    send: (who, id, parts = {}) => succeed(who, id, parts, false),
    now: (who, id, parts = {}) => succeed(who, id, parts, true, 0),
    until: (who, id, parts, { usuallyAfterMs, is }) =>
      new Promise((resolve, reject) => {
        const began = performance.now()
        const onAnswer = (answer: Answer): void => {
          if (!answer.succeeded && answer.status !== 404) return reject(refused(id, answer))
          if (answer.succeeded && is(answer.parsed)) return resolve(answer.parsed)
          const waited = performance.now() - began
          if (waited > pollTimeoutMs)
            return reject(
              new Error(
                `${id} was not as wanted in time; last ${answer.parsed?.status ?? answer.parsed?.state ?? answer.status}`,
              ),
            )
          pauses.after(about(waited / 2), ask)
        }
        const ask = (): void => request(who, id, parts, { parses: true, pause: 0 }, { onAnswer, onError: reject })
        pauses.after(about(usuallyAfterMs), ask)
      }),
  }
}

const refused = (id: OperationId, { status, parsed }: Answer): Error =>
  new Error(`${id} was answered with ${status} ${parsed?.code ?? ''} ${JSON.stringify(parsed?.errors ?? '')}`)

interface PreparedOperation {
  readonly success: number
  readonly needsAnswer: boolean
  textOf(token: string, parts: CallParts): string
}

/** What is the same in every request of an operation. */
const prepare = (id: OperationId): PreparedOperation => {
  const { method, path, success, idempotent } = operations[id] as {
    readonly method: string
    readonly path: string
    readonly success: number
    readonly idempotent: boolean
  }
  // Texts and parameters in turn.
  const pieces = path.split(/\{(\w+)\}/)
  const start = `${method.toUpperCase()} `
  return {
    success,
    needsAnswer: needsAnswer(id),
    textOf: (token, { path: values = {}, query, body }) => {
      let text = start
      for (const [index, piece] of pieces.entries()) text += index % 2 === 0 ? piece : (values[piece] ?? '')
      if (query) text += `?${new URLSearchParams(query)}`
      text += ` HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer ${token}\r\n`
      if (idempotent) text += `Idempotency-Key: ${crypto.randomUUID()}\r\n`
      if (body === undefined) return `${text}\r\n`
      // The texts of the simulator are ASCII: a character is a byte.
      const sent = JSON.stringify(body)
      return `${text}Content-Type: application/json\r\nContent-Length: ${sent.length}\r\n\r\n${sent}`
    },
  }
}

const prepared = new Map<OperationId, PreparedOperation>()
const preparedOf = (id: OperationId): PreparedOperation => {
  let found = prepared.get(id)
  if (!found) prepared.set(id, (found = prepare(id)))
  return found
}
