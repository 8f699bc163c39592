import type { components } from '@visitkit/contract'
import type { DiagnosisCatalog } from '../model/diagnosis-catalog.ts'
import type { OrderSet } from '../model/order-set.ts'

/** With the diagnoses that are in force on `day`. */
export const presentOrderSet = (
  { code, content, version }: OrderSet,
  diagnoses: DiagnosisCatalog,
  day: string,
): components['schemas']['OrderSet'] => ({
  code,
  ...content,
  diagnoses: content.diagnosisCodes.flatMap((each) => diagnoses.find(each, day) ?? []),
  version,
})
