import type { Database } from '../../contracts/database.ts'
import type { Connection } from '../pool/connection.ts'

/** The common interface of both engines. */
export interface Engine {
  readonly name: Database['engine']
  readonly connections: 'one' | 'many'
  readonly connect: (onLost: (connection: Connection) => void) => Promise<Connection>
  /** As `connect`; a statement fails if a row that it needs stays locked. */
  readonly connectForGroups: (onLost: (connection: Connection) => void) => Promise<Connection>
  readonly connectOwner: (onLost: (connection: Connection) => void) => Promise<Connection>
  /** The folder of the embedded engine. */
  readonly folder: string | null
  close(): Promise<void>
}
