export type FormValue = string | number | boolean | { readonly [name: string]: FormValue } | readonly FormValue[]

/**
 * Encodes nested values for Stripe's API: `application/x-www-form-urlencoded` with brackets, lists by index
 * (`line_items[0][quantity]=1`). URLSearchParams escapes names and values, so that a value cannot add a parameter.
 */
export const encodeForm = (fields: Readonly<Record<string, FormValue>>): string => {
  const form = new URLSearchParams()
  const add = (name: string, value: FormValue): void => {
    if (typeof value !== 'object') return form.append(name, String(value))
    for (const [key, inner] of Object.entries(value)) add(`${name}[${key}]`, inner)
  }
  for (const [name, value] of Object.entries(fields)) add(name, value)
  return form.toString()
}
