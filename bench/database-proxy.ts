import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export interface DatabaseProxy {
  /** Of the same database, through the proxy. */
  readonly url: string
  /**
   * Statements that clients sent, control statements included; and waits: how often all connections were at rest and then one of them was
   * asked. What is asked at the same time is one wait.
   */
  counts(): { readonly statements: number; readonly waits: number }
  stop(): Promise<void>
}

/** Calls `onMessage` with the type of each complete message of the PostgreSQL protocol. The first one of a client has no type. */
const messages = (hasStartup: boolean, onMessage: (type: string) => void): ((chunk: Buffer) => void) => {
  let rest = Buffer.alloc(0)
  let isStartup = hasStartup
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = isStartup ? 0 : 1
      if (rest.length < head + 4) return
      const end = head + rest.readUInt32BE(head)
      if (rest.length < end) return
      if (!isStartup) onMessage(String.fromCharCode(rest[0] ?? 0))
      isStartup = false
      rest = rest.subarray(end)
    }
  }
}

/** Passes everything on to the database at `url`, unencrypted, and counts it. */
export const startDatabaseProxy = async (url: string): Promise<DatabaseProxy> => {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let statements = 0
  let waits = 0
  /** Messages that ask for an answer, and were not answered yet, of all connections. */
  let asked = 0

  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname)
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.once('close', () => {
        sockets.delete(socket)
        client.destroy()
        database.destroy()
      })
      socket.on('error', () => undefined)
    }
    const fromClient = messages(true, (type) => {
      if (type === 'E' || type === 'Q') statements += 1
      if (type === 'S' || type === 'Q') {
        if (asked === 0) waits += 1
        asked += 1
      }
    })
    // The first one answers the start of the connection.
    let isOpen = false
    const fromDatabase = messages(false, (type) => {
      if (type !== 'Z') return
      if (isOpen) asked -= 1
      isOpen = true
    })
    client.on('data', (chunk: Buffer) => {
      fromClient(chunk)
      database.write(chunk)
    })
    database.on('data', (chunk: Buffer) => {
      fromDatabase(chunk)
      client.write(chunk)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: Object.assign(new URL(url), { port: String(port), hostname: '127.0.0.1' }).href,
    counts: () => ({ statements, waits }),
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}
