/**
 * A path with its parameters percent-encoded: path`appointments/${id}/cancel`.
 *
 * Refuses what would change the meaning of the path: nothing at all, and the dot segments that a URL parser folds away
 * (`..` survives `encodeURIComponent`). The refusal does not repeat the value.
 */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.reduce((before, part, index) => {
    const value = values[index - 1] ?? ''
    if (/^\.{0,2}$/.test(value)) throw new TypeError('Unusable path parameter')
    return before + encodeURIComponent(value) + part
  })
}
