/**
 * Idempotency keys of acts that may be tried again. The same act with the same content keeps its key until the server has answered
 * for good, so that a second press after a lost answer does nothing twice; other content is another act.
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

  /** The acts so far are over: the same content again would be meant again. */
  done(): void {
    this.#keys.clear()
  }
}
