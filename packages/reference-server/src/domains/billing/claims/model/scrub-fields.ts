import type { FieldFault } from '../../../../vendors/clearinghouse/x12/field-writer.ts'
import type { Finding } from '../../kernel/model/finding.ts'
import { makeFinding } from '../../kernel/model/make-finding.ts'
import { claimFieldAt } from './claim-field-at.ts'

/** Values that cannot be written in an 837P, as findings. */
export const fieldFindings = (faults: readonly FieldFault[]): readonly Finding[] => faults.map(findingOf)

const findingOf = (fault: FieldFault): Finding => {
  const { pointer, code } = fault
  if (pointer.endsWith('/diagnosisPointers')) return makeFinding('error', 'diagnosis-pointer-invalid', pointer)
  if (pointer === '/payerClaimNumber') return makeFinding('error', 'original-claim-missing', pointer)
  if (/\/priors\b/.test(pointer)) return makeFinding('error', 'prior-decision-invalid', pointer)
  if (code === 'characters' && /^\/(?:subscriber|dependent)\/name\//.test(pointer))
    return makeFinding('error', 'name-characters', pointer)
  const field = claimFieldAt(pointer)
  if (code !== 'too_long') return makeFinding('error', codes[code], pointer, { field })
  const isList = /\/(?:lines|diagnoses|modifiers)$/.test(pointer)
  return makeFinding('error', isList ? 'field-too-many' : 'field-too-long', pointer, { field, limit: fault.limit })
}

const codes = {
  missing: 'field-missing',
  too_short: 'field-too-short',
  malformed: 'field-malformed',
  characters: 'field-characters',
  delimiter: 'field-delimiter',
  inconsistent: 'field-inconsistent',
} as const
