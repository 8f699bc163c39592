import pg from 'pg'
import utils from 'pg/lib/utils.js'

/** A statement of a group: prepared under `name`, or sent once. */
export interface GroupStatement {
  readonly name: string | null
  readonly text: string
  readonly values: readonly unknown[]
  /** Whether the names and types of its columns are needed. */
  readonly isDescribed?: boolean
}

/** A column, in the order of the values of a row. */
export interface Column {
  readonly name: string
  readonly parse: (text: string) => unknown
}

/** What a statement returned. */
export interface GroupResult {
  /** As text. */
  readonly rows: readonly Fields[]
  /** Empty unless asked for. */
  readonly columns: readonly Column[]
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
  describe(portal: { readonly type: 'P'; readonly name: string }): void
  execute(portal: { readonly portal: string }): void
  sync(): void
}

/** The statements that a connection has prepared for groups. */
export class PreparedStatements {
  readonly #prepared = new Set<string>()
  readonly #columns = new Map<string, readonly Column[]>()
  /** Sent in a group that failed: the server may have them or not. */
  readonly #doubtful = new Set<string>()

  has(name: string): boolean {
    return this.#prepared.has(name)
  }

  isDoubtful(name: string): boolean {
    return this.#doubtful.has(name)
  }

  /** Those that its statement has on this connection, once it was described. */
  columnsOf(name: string | null): readonly Column[] | undefined {
    return name === null ? undefined : this.#columns.get(name)
  }

  setColumns(name: string, columns: readonly Column[]): void {
    this.#columns.set(name, columns)
  }

  settle(names: readonly string[], succeeded: boolean): void {
    for (const name of names)
      if (succeeded) {
        this.#prepared.add(name)
        this.#doubtful.delete(name)
      } else this.#doubtful.add(name)
  }
}

/** Of the type with this id. */
const parserOf = (typeId: number): Column['parse'] =>
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- a type that the driver does not know is text
  pg.types.getTypeParser(typeId as Parameters<typeof pg.types.getTypeParser>[0], 'text')

/** The protocol counts the values of a statement in 16 bits. */
const maxValues = 65_535

const sendable = (values: readonly unknown[]): readonly unknown[] => {
  if (values.length > maxValues) throw new Error(`A statement has at most ${maxValues} values.`)
  return values.map((value) => utils.prepareValue(value))
}

type Fields = readonly (string | null)[]
type Done = (error: Error | null, results: readonly GroupResult[]) => void

interface Answer {
  readonly statement: GroupStatement
  readonly rows: Fields[]
  columns: readonly Column[]
}

/**
 * Several statements with one Sync: the server executes them in one implicit transaction, and commits all of them or none. Columns are
 * described once for each prepared statement.
 */
export class GroupQuery extends pg.Query {
  readonly #answers: readonly Answer[]
  readonly #prepared: PreparedStatements
  readonly #done: Done
  readonly #parsed: string[] = []
  #at = 0

  /** Throws if a value cannot be sent: before anything is, so that the server never has a part of a group. */
  constructor(statements: readonly GroupStatement[], prepared: PreparedStatements, done: Done) {
    super('', () => undefined)
    this.#answers = statements.map((statement) => ({
      statement: { ...statement, values: sendable(statement.values) },
      rows: [],
      columns: prepared.columnsOf(statement.name) ?? [],
    }))
    this.#prepared = prepared
    this.#done = done
  }

  // The driver's own methods, as declared by its type: `submit` returns an error or null.
  override submit = ((connection: MessageWriter): Error | null => {
    connection.stream.cork?.()
    try {
      for (const { statement } of this.#answers) this.#send(connection, statement)
      connection.sync()
    } finally {
      connection.stream.uncork?.()
    }
    return null
  }) as never

  #send(connection: MessageWriter, { name, text, values, isDescribed }: GroupStatement): void {
    const statement = name ?? ''
    if (name === null || (!this.#prepared.has(name) && !this.#parsed.includes(name))) {
      if (name !== null) {
        if (this.#prepared.isDoubtful(name)) connection.close({ type: 'S', name })
        this.#parsed.push(name)
      }
      connection.parse({ name: statement, text, types: [] })
    }
    connection.bind({ portal: '', statement, values, binary: false })
    if (isDescribed && this.#prepared.columnsOf(name) === undefined) connection.describe({ type: 'P', name: '' })
    connection.execute({ portal: '' })
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    const answer = this.#answers[this.#at]
    if (!answer) return
    answer.columns = fields.map(({ name, dataTypeID }) => ({ name, parse: parserOf(dataTypeID) }))
    if (answer.statement.name !== null) this.#prepared.setColumns(answer.statement.name, answer.columns)
  }

  handleDataRow({ fields }: { readonly fields: Fields }): void {
    this.#answers[this.#at]?.rows.push(fields)
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
    this.#done(null, this.#answers)
  }
}
