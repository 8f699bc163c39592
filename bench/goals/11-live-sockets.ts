import { WebSocket } from 'ws'
import { startBenchProcess } from '../bench-process.ts'
import { verdictOf, worstOf, type GoalRun, type MeasureGoal } from '../goal.ts'
import { startHospital } from '../hospital.ts'
import { openConnections, requestBytes, type HttpConnection } from '../http-client.ts'
import { startBenchPostgres, type BenchPostgres } from '../postgres.ts'
import { median } from '../statistics.ts'

/** Bytes of resident memory per connection, session included, in the server's process. */
export const measure: MeasureGoal = async (run) => {
  const count = run.quick ? 500 : 4_000
  const ours: number[] = []
  const theirs: number[] = []
  const postgres = await startBenchPostgres()
  try {
    for (let repeat = 0; repeat < (run.quick ? 1 : 3); repeat++) {
      ours.push(await measureOurs(run, count, postgres))
      theirs.push(await measureSocketIo(run, count))
    }
  } finally {
    await postgres.stop()
  }
  const [own, other] = [median(ours) / 1_024, median(theirs) / 1_024]
  return [
    {
      goal: '11',
      what: `Memory of a live socket with its session, ${count} held`,
      gate: '<= 8 KB and <= 0.5x socket.io',
      stretch: '5 KB',
      measured: `${own.toFixed(1)} KB; ${(own / other).toFixed(2)}x socket.io (${other.toFixed(1)} KB)`,
      verdict: worstOf([
        verdictOf(own, { gate: 8, stretch: 5, is: 'at most' }),
        verdictOf(own / other, { gate: 0.5, stretch: 0.5, is: 'at most' }),
      ]),
      how: 'Growth of the resident set of the server process, after a garbage collection, from a warm server without these people to one with a signed-in session, a verified token and an open, subscribed socket for each; new processes each time, medians of three. socket.io (WebSocket only, no compression) stores a comparable object per socket and joins the same three rooms. Kernel memory of sockets is not included on either side.',
    },
  ]
}

const measureOurs = async (run: GoalRun, count: number, postgres: BenchPostgres): Promise<number> => {
  const hospital = await startHospital({ practitioners: 1, patients: 1, visitType: 'urgent-care-visit' }, postgres)
  try {
    const connect = async (sockets: number): Promise<WebSocket[]> => {
      const tokens = await hospital.process.call<string[]>('openSessions', sockets)
      const connections = await openConnections(hospital.url, 16)
      const tickets: string[] = []
      await Promise.all(
        connections.map(async (connection: HttpConnection, worker) => {
          for (let at = worker; at < tokens.length; at += connections.length) {
            const answer = await connection.send(
              requestBytes({ method: 'POST', path: '/v1/live/tickets', token: tokens[at] ?? '' }),
            )
            if (answer.status !== 201) throw new Error(`a ticket was answered with ${answer.status}`)
            tickets.push((JSON.parse(answer.body.toString()) as { ticket: string }).ticket)
          }
          connection.close()
        }),
      )
      return openSockets(
        tickets.map(
          (ticket) => () =>
            new WebSocket(`${hospital.url.replace('http', 'ws')}/v1/live`, ['visitkit.v1', `ticket.${ticket}`], {
              perMessageDeflate: false,
            }),
        ),
        (text) => text.includes('"ready"'),
      )
    }
    const warm = await connect(300)
    const before = await hospital.process.call<number>('memory')
    const sockets = await connect(count)
    const after = await hospital.process.call<number>('memory')
    run.log(`${count} of ours: ${Math.round((after - before) / 1_024)} KB`)
    for (const socket of [...warm, ...sockets]) socket.terminate()
    return (after - before) / count
  } finally {
    await hospital.stop()
  }
}

const measureSocketIo = async (run: GoalRun, count: number): Promise<number> => {
  const server = await startBenchProcess<{ url: string }>('socket-io')
  try {
    const connect = (sockets: number): Promise<WebSocket[]> =>
      openSockets(
        Array.from({ length: sockets }, () => () => {
          const query = `EIO=4&transport=websocket&patient=${crypto.randomUUID()}&session=${crypto.randomUUID()}`
          const socket = new WebSocket(`${server.ready.url.replace('http', 'ws')}/socket.io/?${query}`, {
            perMessageDeflate: false,
          })
          // Engine.IO: 0 opens, 2 pings, 3 responds; 40 joins the default namespace.
          socket.on('message', (data: Buffer) => {
            const text = data.toString()
            if (text.startsWith('0')) socket.send('40')
            else if (text === '2') socket.send('3')
          })
          return socket
        }),
        (text) => text.startsWith('40'),
      )
    const warm = await connect(300)
    const before = await server.call<number>('memory')
    const sockets = await connect(count)
    const after = await server.call<number>('memory')
    run.log(`${count} of socket.io: ${Math.round((after - before) / 1_024)} KB`)
    for (const socket of [...warm, ...sockets]) socket.terminate()
    return (after - before) / count
  } finally {
    await server.stop()
  }
}

/** Opens sockets, a hundred at a time, and waits until each is confirmed. */
const openSockets = async (
  makes: readonly (() => WebSocket)[],
  isReady: (text: string) => boolean,
): Promise<WebSocket[]> => {
  const sockets: WebSocket[] = []
  for (let at = 0; at < makes.length; at += 100)
    sockets.push(
      ...(await Promise.all(
        makes.slice(at, at + 100).map(
          (make) =>
            new Promise<WebSocket>((resolve, reject) => {
              const socket = make()
              socket.once('error', reject)
              socket.on('message', (data: Buffer) => {
                if (isReady(data.toString())) resolve(socket)
              })
            }),
        ),
      )),
    )
  return sockets
}
