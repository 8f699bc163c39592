import type { LabObservation } from '@visitkit/sdk'

/** Outside its range, or otherwise not normal (HL7 table 0078). */
export const isAbnormalFlag = ({ flag }: Pick<LabObservation, 'flag'>): boolean => flag !== undefined && flag !== 'N'

/** So far outside that somebody has to be told. */
export const isCriticalFlag = ({ flag }: Pick<LabObservation, 'flag'>): boolean =>
  flag === 'LL' || flag === 'HH' || flag === 'AA'
