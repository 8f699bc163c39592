/**
 * The SQL of one write. A store declares it once per process, so that its text is built and planned once. `$1`, `$2` ... are its own
 * values. `organization_id` is added to every insert, and row security restricts everything else.
 */
export type WriteStatement = { readonly id: number; readonly table: string; readonly parameters: number } & (
  | {
      readonly kind: 'insert'
      readonly columns: readonly string[]
      /** An expression for each column, e.g. `$1::uuid`. */
      readonly values: readonly string[]
      /** The change is stored only if a row is written: no other one is in the way, or `onConflict` updates it. */
      readonly isConditional: boolean
      /** After `on conflict`, e.g. `(organization_id, id) do update set name = excluded.name`. */
      readonly onConflict?: string
      /** An update that runs first, also if the insert is refused: of rows that are out of date and would be in the way. */
      readonly clears?: string
    }
  | {
      readonly kind: 'update'
      readonly set: string
      readonly where: string
      /** The change is stored only if `where` finds its row. */
      readonly isConditional: boolean
      /** Of a conditional update: a condition on the row, whose value `committed` receives. */
      readonly returns?: string
    }
  | {
      readonly kind: 'delete'
      readonly where: string
      /** The change is stored only if `where` finds its row. */
      readonly isConditional: boolean
    }
  | {
      /** Writes nothing. The change is stored only if the condition holds; no row is locked for it. */
      readonly kind: 'check'
      readonly condition: string
      readonly isConditional: true
    }
)

/** A fact that is held in memory, as it would be read (`factsInMemory`). */
export interface KeptFact {
  readonly name: string
  readonly key: string
  readonly row: unknown
}

/** A statement with its values. */
export interface Write {
  readonly statement: WriteStatement
  readonly values: readonly unknown[]
  /** The id of the row, if it writes one: a change that writes it twice is refused. PostgreSQL would lose one of the two writes. */
  readonly rowId?: string
  /** A value that the platform encrypts for the row before it is sent. */
  readonly sealed?: {
    /** Place in `values`. */
    readonly at: number
    readonly rowId: string
    readonly patientId: string | null
    readonly value: unknown
  }
  /** What this process holds in memory of the row once the change is stored. `sealed`: the encrypted value; null without one. */
  readonly keeps?: (sealed: Uint8Array | null) => readonly KeptFact[]
}

/** Rows of a table of the platform that a change inserts: events, audit rows, marks. */
export interface RowsToInsert {
  /** Equal for equal texts. */
  readonly key: string
  /** With values `$1`, `$2` ...; inserts only if the condition holds. */
  readonly text: (condition: string | null) => string
  /** A condition with the same values: the change is stored only if it holds. At most one in a change. */
  readonly onlyIf?: string
  readonly values: readonly unknown[]
}
