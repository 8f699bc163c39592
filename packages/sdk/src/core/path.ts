/**
 * Builds a path with percent-encoded parameters: path`appointments/${id}/cancel`.
 *
 * Rejects parameters that would change the path: an empty string, and the dot segments that a URL parser removes (`..` is not changed by
 * `encodeURIComponent`). The error does not contain the value.
 */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.reduce((before, part, index) => {
    const value = values[index - 1] ?? ''
    if (/^\.{0,2}$/.test(value)) throw new TypeError('Unusable path parameter')
    return before + encodeURIComponent(value) + part
  })
}
