import { setTimeout as wait } from 'node:timers/promises'
import type { HttpConnection } from './http-client.ts'

export interface Answers {
  /** How many answers had each status. 0: the connection was lost before the answer. */
  readonly statuses: Readonly<Record<number, number>>
  /** Milliseconds of the answers with 200, from the time at which each was to be sent, ascending. */
  readonly sorted: readonly number[]
}

interface OpenLoop {
  readonly connections: readonly HttpConnection[]
  readonly requestOf: (turn: number) => Uint8Array
  readonly perSecond: number
  /** Sent at once at the beginning. */
  readonly burst?: number
  readonly until: () => boolean
}

/** Sends at a fixed rate, whether or not answers arrive: a server that is slow gets no fewer requests. */
export const sendAtRate = async ({
  connections,
  requestOf,
  perSecond,
  burst = 0,
  until,
}: OpenLoop): Promise<Answers> => {
  const free = [...connections]
  const due: number[] = []
  const statuses: Record<number, number> = {}
  const milliseconds: number[] = []
  const underWay = new Set<Promise<void>>()
  let turn = 0
  const send = async (connection: HttpConnection, dueAt: number): Promise<void> => {
    const { status } = await connection.send(requestOf(turn++)).catch(() => ({ status: 0 }))
    statuses[status] = (statuses[status] ?? 0) + 1
    if (status === 0) return
    if (status === 200) milliseconds.push(performance.now() - dueAt)
    free.push(connection)
    sendDue()
  }
  const sendDue = (): void => {
    while (due.length > 0 && free.length > 0) {
      // In turn: the server closes one that is idle for seconds.
      const sent = send(free.shift() as HttpConnection, due.shift() as number)
      underWay.add(sent)
      void sent.finally(() => underWay.delete(sent))
    }
  }
  const startedAt = performance.now()
  let planned = 0
  for (let count = 0; count < burst; count++) due.push(startedAt)
  while (!until()) {
    const wanted = Math.floor(((performance.now() - startedAt) / 1_000) * perSecond)
    for (; planned < wanted; planned++) due.push(startedAt + (planned / perSecond) * 1_000)
    sendDue()
    await wait(2)
  }
  due.length = 0
  await Promise.all(underWay)
  return { statuses, sorted: milliseconds.toSorted((a, b) => a - b) }
}
