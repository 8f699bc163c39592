import type { Duplex } from 'node:stream'
import pg from 'pg'
import { Connection } from '../pool/connection.ts'
import { openEmbeddedEngine } from './embedded-engine.ts'
import { EmbeddedSocket } from './embedded-socket.ts'
import { lockFolder } from './folder-lock.ts'
import type { Engine } from '../open/engine.ts'

/**
 * The embedded engine: PostgreSQL in this process, in a folder or in memory. Its one connection logs in as a superuser, so row security
 * applies only because every use sets a role first (AffinePool does). On PostgreSQL, the login itself is restricted.
 */
export const openPglite = async (dataFolder: string, notice: (message: string) => void): Promise<Engine> => {
  const inMemory = dataFolder === 'memory'
  const lock = inMemory ? null : await lockFolder(dataFolder)
  try {
    const embedded = await openEmbeddedEngine(inMemory ? 'memory://' : dataFolder)
    if (!inMemory) {
      notice(
        `The embedded database in ${dataFolder} keeps what it acknowledged when this process is killed, but not when the machine loses ` +
          'power: it does not flush to disk. Accesses are journalled apart and are kept. Use PostgreSQL for anything real.',
      )
    }
    const connect = async (onLost: (connection: Connection) => void): Promise<Connection> => {
      // Implements only the part of a socket that node-postgres uses, so the types do not match.
      const stream = (): Duplex => new EmbeddedSocket(embedded) as unknown as Duplex
      const client = new pg.Client({ stream, user: 'postgres', database: 'postgres', pipeline: true, ssl: false })
      await client.connect()
      // All connections share one session: a new one inherits the state of the previous one, possibly an open transaction.
      await client.query('rollback')
      await client.query('discard all')
      return new Connection(client, { onLost })
    }
    return {
      name: 'pglite',
      connections: 'one',
      connect,
      // There is one session, so no statement ever waits for a lock.
      connectForGroups: connect,
      connectOwner: connect,
      folder: inMemory ? null : dataFolder,
      close: async () => {
        await embedded.close()
        await lock?.release()
      },
    }
  } catch (error) {
    await lock?.release()
    throw error
  }
}
