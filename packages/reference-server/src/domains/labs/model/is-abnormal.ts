import type { ResultObservation } from './lab-result.ts'

export const isAbnormal = (observations: readonly ResultObservation[]): boolean =>
  observations.some(({ flag, status }) => status !== 'cancelled' && flag !== null && flag !== 'N')
