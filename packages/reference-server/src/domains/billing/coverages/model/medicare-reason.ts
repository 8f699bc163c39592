import type { components } from '@visitkit/contract'
import { Problem, type FaultyProperty } from '../../../../platform/problems/problem.ts'
import type { InsuranceType } from '../../kernel/model/claim.ts'

export type MedicareSecondaryReason = components['schemas']['MedicareSecondaryReason']

/** SBR05 of each reason. */
export const insuranceTypes: Readonly<Record<MedicareSecondaryReason, InsuranceType>> = {
  'working-aged': '12',
  'renal-disease': '13',
  'no-fault': '14',
  'workers-compensation': '15',
  'federal-agency': '16',
  'black-lung': '41',
  veterans: '42',
  disability: '43',
  liability: '47',
}

interface Insured {
  readonly order: number
  readonly payer: { readonly filingIndicator: string }
}

/** Medicare after another payer. */
export const isMedicareSecondary = ({ order, payer }: Insured): boolean => order > 1 && payer.filingIndicator === 'MB'

/** Throws unless the reason is given exactly where it is needed. A change may leave it out. */
export const requireMedicareReason = (
  insured: Insured,
  reason: MedicareSecondaryReason | undefined,
  isChange = false,
): void => {
  const isNeeded = isMedicareSecondary(insured)
  if (isNeeded ? reason !== undefined || isChange : reason === undefined) return
  const fault: FaultyProperty = {
    pointer: '/medicareSecondaryReason',
    ...(isNeeded
      ? { code: 'required', message: 'Medicare is not the first payer. Say why another payer pays before it.' }
      : { code: 'unexpected', message: 'Only Medicare after another payer has this reason. Leave it out.' }),
  }
  throw new Problem(422, 'invalid_request', 'Some properties are not as they should be.', { errors: [fault] })
}
