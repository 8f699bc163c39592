import type { components } from '@visitkit/contract'
import type { FaultyProperty } from '../../../platform/problems/problem.ts'
import { tooManyOrderSets, unknownCode, versionConflict } from '../problems.ts'
import type { DiagnosisCatalog } from './diagnosis-catalog.ts'

/** What is encrypted. Diagnoses get their wording when they are read. */
export type OrderSetContent = Omit<components['schemas']['OrderSet'], 'code' | 'diagnoses' | 'version'>

export interface OrderSetFacts {
  readonly id: string
  readonly code: string
  readonly version: number
}
/** What an administrator wrote. */
export interface StoredOrderSet extends OrderSetFacts {
  readonly content: OrderSetContent
}
/** One of the product has the version 0 and no id. */
export type OrderSet = Omit<StoredOrderSet, 'id'>

const maxOrderSets = 100

/** Those of the product, each unless the organization has one with its code; then the organization's. */
export const orderSetsOf = (shipped: readonly OrderSet[], stored: readonly OrderSet[]): readonly OrderSet[] => {
  const codes = new Set(stored.map(({ code }) => code))
  return [...shipped.filter(({ code }) => !codes.has(code)), ...stored]
}

/**
 * The set after it was written. Only diagnoses are checked here: what a laboratory or a pharmacy takes is decided when it is ordered.
 */
export const writtenOrderSet = (
  stored: readonly OrderSetFacts[],
  written: {
    readonly code: string
    readonly content: OrderSetContent
    readonly read: number
    readonly diagnoses: DiagnosisCatalog
    readonly day: string
    readonly newId: () => string
  },
): { readonly before: OrderSetFacts | null; readonly after: StoredOrderSet } => {
  const { code, content, read, diagnoses, day, newId } = written
  const before = stored.find((each) => each.code === code) ?? null
  if ((before?.version ?? 0) !== read) throw versionConflict()
  if (before === null && stored.length >= maxOrderSets) throw tooManyOrderSets(maxOrderSets)
  const unknown = content.diagnosisCodes.flatMap((each, at): FaultyProperty[] =>
    diagnoses.find(each, day) === null
      ? [
          {
            pointer: `/diagnosisCodes/${at}`,
            code: 'unknown_code',
            message: 'Must be an ICD-10-CM code that can be billed and is in force.',
          },
        ]
      : [],
  )
  if (unknown.length > 0) throw unknownCode(unknown)
  return { before, after: { id: before?.id ?? newId(), code, content, version: read + 1 } }
}
