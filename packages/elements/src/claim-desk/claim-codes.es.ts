import type { Translation } from '../core/message-types.ts'
import type { claimCodesEn } from './claim-codes.en.ts'

export const claimCodesEs: Translation<typeof claimCodesEn> = {
  adjusted_CO: 'a cargo de la clínica, por contrato',
  adjusted_PR: 'a cargo del paciente',
  adjusted_OA: 'otro motivo',
  adjusted_PI: 'reducido por el pagador',
  adjusted_CR: 'corrección',
}
