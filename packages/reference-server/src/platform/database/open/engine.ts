import type { Database } from '../../contracts/database.ts'
import type { Connection } from '../pool/connection.ts'

/** What an engine offers the code above, which is the same for both. */
export interface Engine {
  readonly name: Database['engine']
  readonly connections: 'one' | 'many'
  readonly connect: (onLost: (connection: Connection) => void) => Promise<Connection>
  readonly connectOwner: (onLost: (connection: Connection) => void) => Promise<Connection>
  /** The embedded engine's folder. */
  readonly folder: string | null
  close(): Promise<void>
}
