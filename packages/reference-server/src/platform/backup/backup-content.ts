import type { WrappedKey } from '../vault/key-provider.ts'

/** The first line of a backup. No secret and no person is in it. */
export interface BackupManifest {
  readonly format: 1
  /** When the data was as it is in the backup. */
  readonly at: string
  readonly region: string
  readonly engine: 'pglite' | 'postgres'
  readonly migrations: readonly AppliedMigration[]
  /** In the order in which they can be restored. */
  readonly tables: readonly BackedUpTable[]
  /** One wrapped key for each master key, to try whether the person who restores has it. */
  readonly masterKeys: readonly SampleKey[]
  readonly ledger: LedgerHead
}

export interface AppliedMigration {
  readonly id: string
  readonly hash: string
}

export interface BackedUpTable {
  /** Schema-qualified. */
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
}

export interface SampleKey {
  readonly masterKey: string
  /** In base64. */
  readonly wrapped: string
  /** What `WrappedKey` is bound to. */
  readonly context: string
}

export interface LedgerHead {
  /** The number of the last linked row; 0 without any. */
  readonly sequence: number
  /** The chain after it, in hex. */
  readonly hash: string
  /** The checkpoint up to whose end `audit remove` has removed rows; 0: none. */
  readonly removedThrough: number
}

export interface TableDigest {
  readonly rows: number
  readonly digest: string
}

export const wrappedKeyOf = ({ masterKey, wrapped }: SampleKey): WrappedKey => ({
  masterKey,
  wrapped: Buffer.from(wrapped, 'base64'),
})

/** A row: the text of each column, as PostgreSQL writes it. */
export type BackupRow = readonly (string | null)[]

/** A line of a backup: the manifest, the beginning of a table, one of its rows, its end, or the end of all. */
export type BackupLine =
  | { readonly manifest: BackupManifest }
  | { readonly table: string }
  | BackupRow
  | ({ readonly end: string } & TableDigest)
  | { readonly done: { readonly tables: number; readonly rows: number } }
