import type { LabObservation } from '@visitkit/sdk'

type Marked = Pick<LabObservation, 'flag' | 'outsideRange' | 'criticalLimit'>

/** A mark that says more than "normal". */
export type LabMark = Exclude<NonNullable<LabObservation['flag']>, 'N'>

/** Beyond a critical limit of the clinic itself. */
export const isBeyondLimit = ({ criticalLimit }: Pick<Marked, 'criticalLimit'>): boolean =>
  criticalLimit?.outcome === 'beyond'

/** The laboratory's flag (HL7 table 0078), or what its range and the clinic's limit say without one. */
export const labMark = (observation: Marked): LabMark | undefined => {
  const { flag, outsideRange } = observation
  if (flag && flag !== 'N') return flag
  if (isBeyondLimit(observation)) return 'AA'
  return outsideRange && markOfSide[outsideRange]
}

const markOfSide: Readonly<Record<NonNullable<LabObservation['outsideRange']>, LabMark>> = {
  below: 'L',
  above: 'H',
  differs: 'A',
}

/** Outside its reference range, flagged or not, or otherwise abnormal. */
export const isAbnormalFlag = (observation: Marked): boolean => labMark(observation) !== undefined

/** A critical value, of which a practitioner must be notified. */
export const isCriticalFlag = (observation: Marked): boolean =>
  observation.flag === 'LL' || observation.flag === 'HH' || observation.flag === 'AA' || isBeyondLimit(observation)
