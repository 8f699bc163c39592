import { operations, type OperationId } from '@visitkit/contract/operations'

/** The value at a pointer such as `/items/*\/patientId`. */
const found = (value: unknown, [step, ...rest]: readonly string[]): string[] => {
  if (value === undefined || value === null) return []
  if (step === undefined) return [String(value)]
  if (step === '*') return (value as unknown[]).flatMap((item) => found(item, rest))
  return found((value as Record<string, unknown>)[step], rest)
}

/**
 * The patients that the audit rows of a response must name, derived only from the contract: one entry for each row. It is a second
 * implementation by intention: the server's own interpretation of the declaration is under test.
 */
export const predictedPatients = (
  id: OperationId,
  answer: unknown,
  concerns: readonly string[] = [],
): (string | null)[] => {
  const { audit, contentType } = operations[id]
  if (audit.unrecorded !== undefined) return []
  const isJson = contentType === 'application/json'
  const named = isJson
    ? (audit.patients ?? []).flatMap((pointer) => found(answer, pointer.split('/').slice(1)))
    : concerns
  if (named.length > 0) return [...new Set(named)].toSorted()
  if (audit.patients !== undefined) return audit.optional === true ? [] : [null]
  const leavesNone = ['read', 'search'].includes(audit.action) && audit.withoutPatient === undefined
  return leavesNone ? [] : [null]
}
