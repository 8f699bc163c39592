import { createHmac } from 'node:crypto'
import { foldedForms } from '../../../../platform/names/fold-name.ts'

/**
 * Keys of a name or an address, one for each folded form: two that are spelled alike, with `ue` for `ü` or in other letters, share one.
 * Without the secret they cannot be found by trying names, and keys of two organizations cannot be compared. Empty if a part is missing:
 * two unknown addresses are not the same.
 */
export const matchKeys = (secret: Uint8Array, ...parts: readonly string[]): readonly string[] => {
  const forms = parts.map((part) => foldedForms(part).filter((form) => form !== ''))
  const combined = forms.reduce<readonly string[][]>(
    (all, each) => all.flatMap((before) => each.map((form) => [...before, form])),
    parts.length === 0 ? [] : [[]],
  )
  return combined.map((words) => createHmac('sha256', secret).update(words.join('\n')).digest('base64url'))
}
