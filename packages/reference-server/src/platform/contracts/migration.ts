/** SQL of one step, in order, one statement each. Applied once, as the owner, in the order of `id`. */
export interface Migration {
  /** `domain/0001-what-it-does`. Never changed once released. */
  readonly id: string
  readonly statements: readonly string[]
}
