import { operations } from '@visitkit/contract/operations'

export type OperationId = keyof typeof operations
// oxlint-disable-next-line typescript/no-explicit-any -- responses of many operations, of which one or two properties are read
export type Json = any

interface Audit {
  readonly action: string
  readonly patients?: readonly string[]
  readonly optional?: boolean
  readonly unrecorded?: string
}
const auditOf = (id: OperationId): Audit => operations[id].audit as Audit

/** Whether the number of rows depends on what is in the response. */
export const needsAnswer = (id: OperationId): boolean => {
  const { patients = [], optional, unrecorded } = auditOf(id)
  return (
    unrecorded === undefined &&
    (optional === true || patients.length > 1 || patients.some((each) => each.includes('*')))
  )
}

/**
 * The contract's rule: a row for each patient in the response, or one without a patient; reads without patients leave none. `answer` is
 * read only where the number depends on it.
 */
export const predictedRows = (id: OperationId, answer: Json): number => {
  const { action, patients, optional, unrecorded } = auditOf(id)
  if (unrecorded !== undefined) return 0
  if (patients === undefined) return action === 'read' || action === 'search' ? 0 : 1
  if (!needsAnswer(id)) return 1
  const found = new Set<string>()
  for (const pointer of patients)
    for (const value of valuesAt(answer, pointer.split('/').slice(1))) found.add(String(value))
  return found.size > 0 ? found.size : optional ? 0 : 1
}

const valuesAt = (value: Json, path: readonly string[]): unknown[] => {
  const [step, ...rest] = path
  if (value === undefined || value === null) return []
  if (step === undefined) return [value]
  if (step === '*') return (value as Json[]).flatMap((each) => valuesAt(each, rest))
  return valuesAt(value[step], rest)
}
