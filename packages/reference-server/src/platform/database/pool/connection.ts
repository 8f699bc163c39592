import pg from 'pg'
import { isConnectionLost, withoutValues } from '../errors/database-error.ts'

/** Whose rights and whose rows a connection has: a database role (`none` for the login itself) and an organization (or none: ''). */
export interface ConnectionScope {
  readonly role: string
  readonly organization: string
}

export interface StatementResult {
  readonly command: string
  readonly rowCount: number | null
  readonly rows: readonly unknown[]
}

/** More than a server's stores write. Past it the rest run unprepared, so that a generated text cannot fill the server's memory. */
const maxPrepared = 3_000
/** By role and text; null for a text that came once. */
const seen = new Map<string, Map<string, string | null>>()
let known = 0
let prepared = 0

/**
 * A text is prepared from its second use on: a long `in (...)` list that comes once costs the server nothing. Each role has a statement of
 * its own: a plan under row security holds for one role, and one that all domains share would be made again at every turn.
 */
const preparedName = (role: string, text: string): string | undefined => {
  let ofRole = seen.get(role)
  if (!ofRole) seen.set(role, (ofRole = new Map()))
  const name = ofRole.get(text)
  if (name) return name
  if (name === undefined) {
    if (known < maxPrepared) {
      known += 1
      ofRole.set(text, null)
    }
    return undefined
  }
  const given = `v${(prepared += 1)}_${role}`
  ofRole.set(text, given)
  return given
}

export interface ConnectionOptions {
  /** Called once when the connection breaks. */
  readonly onLost: (connection: Connection) => void
}

/** Neither comes from a request; as text in a statement they are held to their form all the same. */
const roleForm = /^[a-z][a-z_]*$/
const organizationForm = /^[0-9a-zA-Z-]*$/

/**
 * Sets both, in this order: a role may set the organization, but must not keep another one of the role before. As text and not as
 * parameters of `set_config`: two utility statements cost a quarter of a prepared select on the embedded engine.
 */
const scopeText = (from: ConnectionScope | null, { role, organization }: ConnectionScope): string => {
  if (!roleForm.test(role) || !organizationForm.test(organization))
    throw new Error('A scope is a role in lower-case letters and an id.')
  return from?.organization === organization
    ? `set role ${role}`
    : `set role ${role}; set app.organization = '${organization}'`
}

/**
 * One connection of the pool. Keeps its scope from one use to the next, so that most requests need no statement to set it. Statements
 * may be sent before the answers to those before them came, and are answered in order: those of one transaction that do not need
 * each other's answers cost one round trip together.
 */
export class Connection {
  readonly #client: pg.Client
  readonly #onLost: (connection: Connection) => void
  #scope: ConnectionScope | null = null
  /** While the scope is on its way. */
  #switching: Promise<void> | undefined
  /** The scope that a transaction under way has set, and that stays when it commits. */
  #begun: ConnectionScope | null = null
  /** How often the scope was changed. */
  #changes = 0
  /** Under which whatever is sent next will run. */
  #role = ''
  #unanswered = 0
  #answered: Promise<unknown> = Promise.resolve()
  #lost = false

  /** `client` is connected already, and in pipeline mode. */
  constructor(client: pg.Client, { onLost }: ConnectionOptions) {
    this.#client = client
    this.#onLost = onLost
    // Without a listener a server that shuts down while the connection is idle would end the process.
    client.on('error', () => this.#lose())
    client.on('end', () => this.#lose())
  }

  get scope(): ConnectionScope | null {
    return this.#scope
  }

  get lost(): boolean {
    return this.#lost
  }

  /** Statements that were sent and are yet to be answered. */
  get unanswered(): number {
    return this.#unanswered
  }

  has(scope: ConnectionScope): boolean {
    return this.#scope !== null && this.#scope.organization === scope.organization && this.#scope.role === scope.role
  }

  /**
   * Sets the scope; undefined when it is set already. Need not be awaited before what is executed in it, but before anybody is shown an
   * answer to that: what was sent behind a scope that could not be set ran in another one.
   */
  switchTo(scope: ConnectionScope): Promise<void> | undefined {
    if (this.has(scope)) return this.#switching
    // What it changes is the scope that the one before it has yet to set.
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
   * Begins a transaction of this scope. Need not be awaited before its first statement: where the scope cannot be set, the
   * transaction has failed, and whatever follows in it is refused.
   */
  async begin(scope: ConnectionScope): Promise<void> {
    if (this.has(scope)) {
      await Promise.all([this.execute('begin'), this.#switching])
      return
    }
    await Promise.all([this.#switching, this.execute(`begin; ${this.#leaveFor(scope)}`)])
    this.#begun = scope
  }

  /** False when a statement had failed, so that nothing was kept. Need not be awaited before others use the connection. */
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

  /** Sent within this call, before anything that is executed later. */
  async execute(text: string, values?: readonly unknown[]): Promise<StatementResult> {
    const name = values === undefined ? undefined : preparedName(this.#role, text)
    try {
      const result = this.#send(text, values, name)
      this.#unanswered += 1
      this.#answered = result.catch(() => undefined).finally(() => (this.#unanswered -= 1))
      return await result
    } catch (error) {
      // A plan whose columns changed under it (a migration beside running servers) fails for as long as the connection lives.
      const stalePlan = typeof error === 'object' && error !== null && 'code' in error && error.code === '0A000' && name
      if (stalePlan || isConnectionLost(error)) this.#lose()
      throw withoutValues(error)
    }
  }

  #lose(): void {
    if (this.#lost) return
    this.#lost = true
    this.#onLost(this)
  }

  /** What sets the scope. Until that is answered the connection has none. */
  #leaveFor(scope: ConnectionScope): string {
    const text = scopeText(this.#scope, scope)
    this.#scope = null
    this.#changes += 1
    this.#role = scope.role
    return text
  }

  #send(text: string, values: readonly unknown[] | undefined, name: string | undefined): Promise<StatementResult> {
    return new Promise((resolve, reject) => {
      const answered = (error: Error | undefined, result: StatementResult): void =>
        error ? reject(error) : resolve(result)
      // A query and not its configuration, which the client would copy property by property.
      const query = new pg.Query(text, values && [...values], answered)
      if (name) Object.assign(query, { name })
      this.#client.query(query)
    })
  }

  async end(): Promise<void> {
    // Those who were told to go on before their answer came still get it.
    if (!this.#lost) await this.#answered
    this.#lost = true
    await this.#client.end().catch(() => undefined)
  }
}
