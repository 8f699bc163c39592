import type { Caller } from '../contracts/caller.ts'
import type { SensitiveRegister } from './sensitive-register.ts'

/** What is withheld from the caller of one request, as far as its patients are known. */
export class Withholding {
  readonly #register: Pick<SensitiveRegister, 'withheldFrom'>
  readonly #caller: Caller
  readonly #now: Date
  readonly #examined = new Set<string>()
  readonly #ids = new Set<string>()
  /** Whether something was left out of the answer. */
  hasOmitted = false

  constructor(register: Pick<SensitiveRegister, 'withheldFrom'>, caller: Caller, now: Date) {
    this.#register = register
    this.#caller = caller
    this.#now = now
  }

  /** Of the examined patients. */
  get ids(): ReadonlySet<string> {
    return this.#ids
  }

  /** Those of these patients whose visits were not looked up yet. */
  unexamined(patientIds: Iterable<string>): readonly string[] {
    return [...new Set(patientIds)].filter((id) => !this.#examined.has(id))
  }

  /** Never call it inside a transaction. */
  async examine(patientIds: Iterable<string>): Promise<void> {
    const open = this.unexamined(patientIds)
    if (open.length === 0) return
    for (const id of await this.#register.withheldFrom(this.#caller, open, this.#now)) this.#ids.add(id)
    for (const id of open) this.#examined.add(id)
  }
}
