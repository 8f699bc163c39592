import pg from 'pg'
import { isConnectionLost, withoutValues } from '../errors/database-error.ts'
import { rowsOf } from './combined-reads.ts'
import { GroupQuery, PreparedStatements, type GroupResult, type GroupStatement } from './group-query.ts'
import { observeStatement } from './observed-work.ts'
import { preparedName } from './prepared-name.ts'
import { noOrganization } from './organization-gate.ts'
import { isSameScope, roleStatement, scopeText, type ConnectionScope } from './scope-statements.ts'

export interface StatementResult {
  readonly command: string
  readonly rowCount: number | null
  readonly rows: readonly unknown[]
}

export interface ConnectionOptions {
  /** Called once when the connection breaks. */
  readonly onLost: (connection: Connection) => void
}

/** A statement of a group, with the role in which it runs. It sets its organization itself (`organizationGate`). */
export interface StatementOfRole extends GroupStatement {
  readonly role: string
}

/** A read of a group, in the role of its connection. It sets its organization itself. */
export interface GroupedRead {
  readonly text: string
  readonly values: readonly unknown[]
}

/** A plan whose result columns changed (a migration while servers run) fails for the lifetime of the connection. */
const isStalePlan = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === '0A000'

/**
 * One connection of the pool. Keeps its scope between uses, so that most requests need no statement to set it. Pipelined: statements are
 * sent before earlier ones are answered, and are answered in order. Independent statements of one transaction cost one round trip
 * together.
 */
export class Connection {
  readonly #client: pg.Client
  readonly #onLost: (connection: Connection) => void
  #scope: ConnectionScope | null = null
  /** Set while a scope switch is pending. */
  #switching: Promise<void> | undefined
  /** The scope that the open transaction has set. It remains after commit. */
  #begun: ConnectionScope | null = null
  /** Number of scope changes. */
  #changes = 0
  /** The role under which the next statement will run. */
  #role = ''
  #unanswered = 0
  #answered: Promise<unknown> = Promise.resolve()
  readonly #prepared = new PreparedStatements()
  #lost = false

  /** `client` is already connected, and in pipeline mode. */
  constructor(client: pg.Client, { onLost }: ConnectionOptions) {
    this.#client = client
    this.#onLost = onLost
    // Without a listener, the process would end if the server shuts down while the connection is idle.
    client.on('error', () => this.#lose())
    client.on('end', () => this.#lose())
  }

  get scope(): ConnectionScope | null {
    return this.#scope
  }

  get lost(): boolean {
    return this.#lost
  }

  /** Number of sent statements without a response. */
  get unanswered(): number {
    return this.#unanswered
  }

  has(scope: ConnectionScope): boolean {
    return this.#scope !== null && isSameScope(this.#scope, scope)
  }

  /**
   * Sets the scope; undefined if it is already set. Statements may be sent before it resolves, but their results must not be used before:
   * if the switch fails, they ran in another scope.
   */
  switchTo(scope: ConnectionScope): Promise<void> | undefined {
    if (this.has(scope)) return this.#switching
    // It replaces the scope that the pending switch is about to set.
    const switching = Promise.all([this.#switching, this.execute(this.#leaveFor(scope))]).then(
      () => {
        if (this.#switching === switching) this.#switching = undefined
      },
      (error: unknown) => {
        this.#scope = null
        this.#lose()
        throw error
      },
    )
    switching.catch(() => undefined)
    this.#scope = scope
    this.#switching = switching
    return switching
  }

  /**
   * Begins a transaction with this scope. The first statement may be sent before it resolves: if the scope cannot be set, the transaction
   * has failed, and its statements are refused.
   */
  async begin(scope: ConnectionScope): Promise<void> {
    if (this.has(scope)) {
      await Promise.all([this.execute('begin'), this.#switching])
      return
    }
    await Promise.all([this.#switching, this.execute(`begin; ${this.#leaveFor(scope)}`)])
    this.#begun = scope
  }

  /** False if a statement failed, so that nothing was committed. Others may use the connection before it resolves. */
  async commit(): Promise<boolean> {
    const [begun, changes] = [this.#begun, this.#changes]
    this.#begun = null
    const { command } = await this.execute('commit')
    const isKept = command === 'COMMIT'
    if (isKept && begun && changes === this.#changes) this.#scope = begun
    return isKept
  }

  async rollback(): Promise<void> {
    this.#begun = null
    await this.execute('rollback')
  }

  /**
   * Executes statements in one transaction and one round trip. Returns the first row of each, as text. Sends synchronously. Others may use
   * the connection before it resolves, but not for another group.
   */
  async executeTogether(
    statements: readonly StatementOfRole[],
  ): Promise<readonly (readonly (string | null)[] | null)[]> {
    return (await this.#sendTogether(statements)).map(({ rows }) => rows[0] ?? null)
  }

  /** Sets the role of this connection for its lifetime: it is used for `readTogether` with this role only. */
  async fixRole(role: string): Promise<void> {
    await this.switchTo({ role, organization: noOrganization })
  }

  /** Executes reads in one round trip. Returns the rows of each. One group at a time. */
  async readTogether(role: string, reads: readonly GroupedRead[]): Promise<readonly (readonly object[])[]> {
    return (await this.readAsText(role, reads)).map(rowsOf)
  }

  /** The same, with values as text. */
  readAsText(role: string, reads: readonly GroupedRead[]): Promise<readonly GroupResult[]> {
    return this.#sendTogether(
      reads.map(({ text, values }) => ({
        ...{ role, text, values, isDescribed: true },
        name: preparedName(role, text) ?? null,
      })),
    )
  }

  async #sendTogether(statements: readonly StatementOfRole[]): Promise<readonly GroupResult[]> {
    const sent: GroupStatement[] = []
    const places: number[] = []
    // A pending switch may fail. The group then must not run in the scope before it.
    let scope = this.#switching === undefined ? this.#scope : null
    for (const statement of statements) {
      if (scope?.role !== statement.role) sent.push(roleStatement(statement.role, scope !== null))
      scope = { role: statement.role, organization: scope?.organization ?? noOrganization }
      places.push(sent.length)
      sent.push(statement)
    }
    const isSwitched = sent.length > statements.length
    // If the group fails, the server restores the previous scope: until it is answered, the scope is not known.
    if (isSwitched) this.#forgetScope()
    const changes = this.#changes
    try {
      const answer = new Promise<readonly GroupResult[]>((resolve, reject) => {
        this.#client.query(
          new GroupQuery(sent, this.#prepared, (error, results) => (error === null ? resolve(results) : reject(error))),
        )
      })
      this.#unanswered += 1
      this.#answered = answer.catch(() => undefined).finally(() => (this.#unanswered -= 1))
      const results = await answer
      if (isSwitched && changes === this.#changes && scope) [this.#scope, this.#role] = [scope, scope.role]
      return places.map((place) => results[place] as GroupResult)
    } catch (error) {
      if (isStalePlan(error) || isConnectionLost(error)) this.#lose()
      throw withoutValues(error)
    }
  }

  /** Sends synchronously, before anything that is executed later. */
  async execute(text: string, values?: readonly unknown[]): Promise<StatementResult> {
    observeStatement('other', this.#role, text, values)
    const name = values === undefined ? undefined : preparedName(this.#role, text)
    try {
      const result = this.#send(text, values, name)
      this.#unanswered += 1
      this.#answered = result.catch(() => undefined).finally(() => (this.#unanswered -= 1))
      return await result
    } catch (error) {
      if ((name && isStalePlan(error)) || isConnectionLost(error)) this.#lose()
      throw withoutValues(error)
    }
  }

  #lose(): void {
    if (this.#lost) return
    this.#lost = true
    this.#onLost(this)
  }

  /** The statement that sets the scope. Until it is answered the connection has none. */
  #leaveFor(scope: ConnectionScope): string {
    const text = scopeText(this.#scope, scope)
    this.#forgetScope()
    this.#role = scope.role
    return text
  }

  #forgetScope(): void {
    this.#scope = null
    this.#changes += 1
  }

  #send(text: string, values: readonly unknown[] | undefined, name: string | undefined): Promise<StatementResult> {
    return new Promise((resolve, reject) => {
      const answered = (error: Error | undefined, result: StatementResult): void =>
        error ? reject(error) : resolve(result)
      // A Query instance instead of a configuration object, which the client would copy property by property.
      const query = new pg.Query(text, values && [...values], answered)
      if (name) Object.assign(query, { name })
      this.#client.query(query)
    })
  }

  async end(): Promise<void> {
    // Statements sent before the connection was lost still get their result.
    if (!this.#lost) await this.#answered
    this.#lost = true
    await this.#client.end().catch(() => undefined)
  }
}
