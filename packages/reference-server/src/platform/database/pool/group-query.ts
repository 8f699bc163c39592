import pg from 'pg'
import utils from 'pg/lib/utils.js'

/** A statement of a group: prepared under `name`, or sent once. */
export interface GroupStatement {
  readonly name: string | null
  readonly text: string
  readonly values: readonly unknown[]
}

/** The part of a client's connection that sends messages (Frontend/Backend Protocol, "Extended Query"). */
interface MessageWriter {
  readonly stream: { cork?(): void; uncork?(): void }
  close(statement: { readonly type: 'S'; readonly name: string }): void
  parse(statement: { readonly name: string; readonly text: string; readonly types: readonly number[] }): void
  bind(portal: {
    readonly portal: string
    readonly statement: string
    readonly values: readonly unknown[]
    readonly binary: boolean
  }): void
  execute(portal: { readonly portal: string }): void
  sync(): void
}

/** The statements that a connection has prepared for groups. */
export class PreparedStatements {
  readonly #prepared = new Set<string>()
  /** Sent in a group that failed: the server may have them or not. */
  readonly #doubtful = new Set<string>()

  has(name: string): boolean {
    return this.#prepared.has(name)
  }

  isDoubtful(name: string): boolean {
    return this.#doubtful.has(name)
  }

  settle(names: readonly string[], succeeded: boolean): void {
    for (const name of names)
      if (succeeded) {
        this.#prepared.add(name)
        this.#doubtful.delete(name)
      } else this.#doubtful.add(name)
  }
}

/** The protocol counts the values of a statement in 16 bits. */
const maxValues = 65_535

const sendable = (values: readonly unknown[]): readonly unknown[] => {
  if (values.length > maxValues) throw new Error(`A statement has at most ${maxValues} values.`)
  return values.map((value) => utils.prepareValue(value))
}

type Fields = readonly (string | null)[]
type Done = (error: Error | null, rows: readonly (Fields | null)[]) => void

/**
 * Several statements with one Sync: the server executes them in one implicit transaction, and commits all of them or none. The result is
 * the first row of each statement as text, without a description of its columns.
 */
export class GroupQuery extends pg.Query {
  readonly #statements: readonly GroupStatement[]
  readonly #prepared: PreparedStatements
  readonly #done: Done
  readonly #rows: (Fields | null)[]
  readonly #parsed: string[] = []
  #at = 0

  /** Throws if a value cannot be sent: before anything is, so that the server never has a part of a group. */
  constructor(statements: readonly GroupStatement[], prepared: PreparedStatements, done: Done) {
    super('', () => undefined)
    this.#statements = statements.map((statement) => ({ ...statement, values: sendable(statement.values) }))
    this.#prepared = prepared
    this.#done = done
    this.#rows = statements.map(() => null)
  }

  // The driver's own methods, as declared by its type: `submit` returns an error or null.
  override submit = ((connection: MessageWriter): Error | null => {
    connection.stream.cork?.()
    try {
      for (const statement of this.#statements) this.#send(connection, statement)
      connection.sync()
    } finally {
      connection.stream.uncork?.()
    }
    return null
  }) as never

  #send(connection: MessageWriter, { name, text, values }: GroupStatement): void {
    const statement = name ?? ''
    if (name === null || (!this.#prepared.has(name) && !this.#parsed.includes(name))) {
      if (name !== null) {
        if (this.#prepared.isDoubtful(name)) connection.close({ type: 'S', name })
        this.#parsed.push(name)
      }
      connection.parse({ name: statement, text, types: [] })
    }
    connection.bind({ portal: '', statement, values, binary: false })
    connection.execute({ portal: '' })
  }

  handleRowDescription(): void {}

  handleDataRow({ fields }: { readonly fields: Fields }): void {
    this.#rows[this.#at] ??= fields
  }

  handleCommandComplete(): void {
    this.#at += 1
  }

  handleEmptyQuery(): void {}

  handleError(error: Error): void {
    this.#prepared.settle(this.#parsed, false)
    this.#done(error, [])
  }

  handleReadyForQuery(): void {
    this.#prepared.settle(this.#parsed, true)
    this.#done(null, this.#rows)
  }
}
