import { randomInt } from 'node:crypto'
import { createServer, type Server } from 'node:net'

/**
 * Below the ports that operating systems assign to connections and to servers without a port: one of those is taken by another test before
 * its server starts.
 */
const [lowest, highest] = [10_000, 32_000]
const maxAttempts = 1_000

/** `count` free ports, all different. */
export const freePorts = async (count: number): Promise<number[]> => {
  const servers: Server[] = []
  try {
    for (let attempt = 0; servers.length < count; attempt += 1) {
      if (attempt === maxAttempts) throw new Error(`There are no ${count} free ports from ${lowest} to ${highest}.`)
      const server = await listenOn(randomInt(lowest, highest))
      if (server) servers.push(server)
    }
    return servers.map(portOf)
  } finally {
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  }
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

/** Null if the port is in use. */
const listenOn = (port: number): Promise<Server | null> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
