import { notFound } from '../../../platform/problems/problem.ts'
import { tooManyMacros, versionConflict } from '../problems.ts'

/** A text that a short word stands for. Encrypted, because its text may name a person. */
export interface TextMacro extends TextMacroFacts {
  readonly text: string
}
export interface TextMacroFacts {
  readonly id: string
  /** A person, or the organization. */
  readonly ownerId: string
  readonly name: string
  readonly version: number
}

/** Of one owner. Each is decrypted whenever they are listed. */
const maxMacros = 200

/** The macro after it was written. `owned` are all of the owner. `read` is the version that the caller read, 0 for a new one. */
export const writtenMacro = (
  owned: readonly TextMacroFacts[],
  written: Pick<TextMacro, 'ownerId' | 'name' | 'text'> & { readonly read: number; readonly newId: () => string },
): { readonly before: TextMacroFacts | null; readonly after: TextMacro } => {
  const { ownerId, name, text, read, newId } = written
  const before = owned.find((each) => each.name === name) ?? null
  if ((before?.version ?? 0) !== read) throw versionConflict()
  if (before === null && owned.length >= maxMacros) throw tooManyMacros(maxMacros)
  const id = before?.id ?? newId()
  return { before, after: { id, ownerId, name, text: text.toWellFormed(), version: read + 1 } }
}

export const requireMacro = (owned: readonly TextMacroFacts[], name: string): TextMacroFacts => {
  const found = owned.find((each) => each.name === name)
  if (found === undefined) throw notFound('text macro unknown')
  return found
}
