/**
 * Idempotency keys for actions that may be retried. The same action with the same content keeps its key until the server gives a final
 * response, so that a second press after a lost response does not act twice. Other content is another action.
 */
export class IdempotencyKeys {
  readonly #keys = new Map<string, string>()

  /** Options of a call. */
  for(action: string, content: unknown = ''): { readonly idempotencyKey: string } {
    const name = `${action} ${JSON.stringify(content)}`
    const idempotencyKey = this.#keys.get(name) ?? crypto.randomUUID()
    this.#keys.set(name, idempotencyKey)
    return { idempotencyKey }
  }

  /** Ends the actions so far: the same content again is a new action. */
  done(): void {
    this.#keys.clear()
  }
}
