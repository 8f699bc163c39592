export type Form = { [name: string]: string | Form }

/**
 * Parses `a[b][0][c]=1` into nested objects; lists are objects with numbers as keys. Null when the text is malformed or sets a value twice.
 * A separate implementation of Stripe's form encoding: it verifies the server's writer.
 */
export const readForm = (body: string): Form | null => {
  const root: Form = Object.create(null) as Form
  for (const [key, value] of new URLSearchParams(body)) {
    const match = /^([a-z_]+)((?:\[[a-z0-9_]+\])*)$/.exec(key)
    if (!match) return null
    const [, first = '', rest = ''] = match
    const names = [first, ...Array.from(rest.matchAll(/\[([a-z0-9_]+)\]/g), ([, name = '']) => name)]
    const last = names.pop() ?? ''
    let at = root
    for (const name of names) {
      const next = (at[name] ??= Object.create(null) as Form)
      if (typeof next === 'string') return null
      at = next
    }
    if (last in at) return null
    at[last] = value
  }
  return root
}

/** The text at a path of keys, if there is one. */
export const textAt = (form: Form, ...names: readonly string[]): string | undefined => {
  let at: Form | string | undefined = form
  for (const name of names) {
    if (typeof at !== 'object') return undefined
    at = at[name]
  }
  return typeof at === 'string' ? at : undefined
}
