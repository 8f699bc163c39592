/**
 * JSON with exactly one representation per value, as in RFC 8785: members sorted by their UTF-16 names, no white space, ECMAScript's
 * serialization of strings and numbers. What is hashed here must have the same hash after another program reads it back.
 */
export const canonicalJson = (value: CanonicalValue): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value as Readonly<Record<string, CanonicalValue>>).sort(([a], [b]) =>
      a < b ? -1 : 1,
    )
    return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('JSON has no such number.')
  return JSON.stringify(value)
}
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [name: string]: CanonicalValue }
