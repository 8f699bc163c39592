import type pg from 'pg'
import { isConnectionLost, withoutValues } from './database-error.ts'

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

/** More texts than a server's stores write. Past it the rest run unprepared, so that a generated text cannot fill the server's memory. */
const maxPreparedTexts = 1_000
const seenTexts = new Map<string, string | null>()

/** A text is prepared from its second use on: a long `in (...)` list that comes once costs the server nothing. */
const preparedName = (text: string): string | undefined => {
  const name = seenTexts.get(text)
  if (name) return name
  if (name === undefined) {
    if (seenTexts.size < maxPreparedTexts) seenTexts.set(text, null)
    return undefined
  }
  const given = `v${seenTexts.size}_${text.length}_${(prepared += 1)}`
  seenTexts.set(text, given)
  return given
}
let prepared = 0

export interface ConnectionOptions {
  /** Called once when the connection breaks. */
  readonly onLost: (connection: Connection) => void
  /**
   * Whether statements may be sent before the answers to those before them came. PostgreSQL answers in order, so that statements
   * of one transaction that do not need each other's answers cost one round trip together. PGlite takes one at a time.
   */
  readonly pipelines: boolean
}

/** One connection of the pool. Keeps its scope from one use to the next, so that most requests need no statement to set it. */
export class Connection {
  readonly #client: pg.Client
  readonly #pipelines: boolean
  #scope: ConnectionScope | null = null
  #lost = false
  #before: Promise<unknown> = Promise.resolve()

  /** `client` is connected already, and in pipeline mode if `pipelines` says so. */
  constructor(client: pg.Client, { onLost, pipelines }: ConnectionOptions) {
    this.#client = client
    this.#pipelines = pipelines
    const lost = (): void => {
      if (this.#lost) return
      this.#lost = true
      onLost(this)
    }
    // Without a listener a server that shuts down while the connection is idle would end the process.
    client.on('error', lost)
    client.on('end', lost)
  }

  get scope(): ConnectionScope | null {
    return this.#scope
  }

  get lost(): boolean {
    return this.#lost
  }

  has(scope: ConnectionScope): boolean {
    return this.#scope !== null && this.#scope.organization === scope.organization && this.#scope.role === scope.role
  }

  /** One statement sets both, in this order: a role may set the organization, but must not keep the one of the role before. */
  async switchTo(scope: ConnectionScope): Promise<void> {
    if (this.has(scope)) return
    this.#scope = null
    await this.execute("select set_config('role', $1, false), set_config('app.organization', $2, false)", [
      scope.role,
      scope.organization,
    ])
    this.#scope = scope
  }

  execute(text: string, values?: readonly unknown[]): Promise<StatementResult> {
    if (this.#pipelines) return this.#send(text, values)
    const result = this.#before.then(() => this.#send(text, values))
    this.#before = result.catch(() => undefined)
    return result
  }

  async #send(text: string, values?: readonly unknown[]): Promise<StatementResult> {
    const name = values === undefined ? undefined : preparedName(text)
    try {
      return await this.#client.query({ text, ...(values && { values: [...values] }), ...(name && { name }) })
    } catch (error) {
      // A plan whose columns changed under it (a migration beside running servers) fails for as long as the connection lives.
      const stalePlan = typeof error === 'object' && error !== null && 'code' in error && error.code === '0A000' && name
      if (stalePlan || isConnectionLost(error)) this.#lost = true
      throw withoutValues(error)
    }
  }

  async end(): Promise<void> {
    this.#lost = true
    await this.#client.end().catch(() => undefined)
  }
}
