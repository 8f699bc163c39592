import type { LabObservation } from '@visitkit/sdk'

/** Outside its reference range, or otherwise abnormal (HL7 table 0078). */
export const isAbnormalFlag = ({ flag }: Pick<LabObservation, 'flag'>): boolean => flag !== undefined && flag !== 'N'

/** A critical value, of which a practitioner must be notified. */
export const isCriticalFlag = ({ flag }: Pick<LabObservation, 'flag'>): boolean =>
  flag === 'LL' || flag === 'HH' || flag === 'AA'
