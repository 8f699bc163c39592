/**
 * Reads the patient ids from a response, at the pointers that the contract declares: `/patientId`, `/items/*\/patientId`. An absent or
 * null step yields no patient. Any other value that is not a string is a fault of the handler and fails the response.
 */
export type FindPatients = (body: unknown) => ReadonlySet<string>

const collect = (value: unknown, steps: readonly string[], at: number, found: Set<string>): void => {
  if (value === undefined || value === null) return
  const step = steps[at]
  if (step === undefined) {
    if (typeof value !== 'string') throw new TypeError('A patient id in an answer must be a text.')
    found.add(value)
  } else if (step === '*') {
    if (!Array.isArray(value)) throw new TypeError('The contract names a list of patients where the answer holds none.')
    for (const item of value) collect(item, steps, at + 1, found)
  } else if (typeof value === 'object') collect((value as Record<string, unknown>)[step], steps, at + 1, found)
}

/** Compiles the pointers once. */
export const findPatients = (pointers: readonly string[]): FindPatients => {
  const paths = pointers.map((pointer) => {
    if (!pointer.startsWith('/')) throw new Error(`${pointer} is not a pointer: it must begin with a slash.`)
    return pointer.slice(1).split('/')
  })
  return (body) => {
    const found = new Set<string>()
    for (const path of paths) collect(body, path, 0, found)
    return found
  }
}
