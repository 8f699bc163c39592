import type { TextMacro } from '@visitkit/sdk'

export interface ExpandedText {
  readonly name: string
  readonly text: string
  /** Where the person goes on typing. */
  readonly caret: number
}

/** Replaces the macro that ends before the caret: a dot, its name, and the space or line break that was just typed. */
export const expandMacro = (text: string, caret: number, macros: readonly TextMacro[]): ExpandedText | null => {
  const [, dotted = '', name = ''] = /(?:^|\s)(\.([a-z][a-z0-9-]{1,29})\s)$/.exec(text.slice(0, caret)) ?? []
  const named = macros.filter((each) => each.name === name)
  // A person's own macro counts before one of the organization.
  const macro = named.find(({ shared }) => !shared) ?? named[0]
  if (!macro) return null
  const start = caret - dotted.length
  const inserted = `${macro.text}${dotted.at(-1) ?? ''}`
  return { name, text: text.slice(0, start) + inserted + text.slice(caret), caret: start + inserted.length }
}
