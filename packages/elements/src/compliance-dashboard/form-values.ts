/** What is in a form, by the names of its controls. Empty ones are left out. */
export class FormValues {
  readonly #values: ReadonlyMap<string, readonly string[]>

  constructor(form: HTMLFormElement) {
    const values = new Map<string, string[]>()
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string' && value.trim() !== '') values.set(name, [...(values.get(name) ?? []), value])
    this.#values = values
  }

  has(name: string): boolean {
    return this.#values.has(name)
  }

  /** Empty if nothing is in it. */
  text(name: string): string {
    return this.#values.get(name)?.[0] ?? ''
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? []
  }
}
