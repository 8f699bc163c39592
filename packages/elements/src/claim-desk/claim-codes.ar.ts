import type { Translation } from '../core/message-types.ts'
import type { claimCodesEn } from './claim-codes.en.ts'

export const claimCodesAr: Translation<typeof claimCodesEn> = {
  adjusted_CO: 'على العيادة بموجب العقد',
  adjusted_PR: 'على المريض',
  adjusted_OA: 'سبب آخر',
  adjusted_PI: 'خفّضه الدافع',
  adjusted_CR: 'تصحيح',
}
