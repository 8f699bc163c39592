export type Form = { [name: string]: string | Form }

/**
 * `a[b][0][c]=1` as nested objects; lists are objects with numbers for names. Null when it is malformed, or says a thing twice.
 * Its own reading of Stripe's form encoding: that it understands the server proves the server's writer.
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

/** The text at a path of names, if there is one. */
export const textAt = (form: Form, ...names: readonly string[]): string | undefined => {
  let at: Form | string | undefined = form
  for (const name of names) {
    if (typeof at !== 'object') return undefined
    at = at[name]
  }
  return typeof at === 'string' ? at : undefined
}
