import type { FaultyProperty } from '../../../../platform/problems/problem.ts'
import { sliceMinutes } from '../../kernel/model/slice.ts'
import type { VisitSensitivity } from '../../kernel/model/sensitivity.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'

/** Faults of a visit type: lengths off the five-minute grid, ages in the wrong order, needs named twice, a sensitive one without a time. */
export const validateVisitType = (
  type: Pick<
    VisitShape,
    | 'minutes'
    | 'bufferBeforeMinutes'
    | 'bufferAfterMinutes'
    | 'stepMinutes'
    | 'ages'
    | 'resources'
    | 'additionalPractitioners'
  > & { readonly onDemand?: boolean; readonly sensitivity?: VisitSensitivity | null },
): FaultyProperty[] => [
  ...(['minutes', 'bufferBeforeMinutes', 'bufferAfterMinutes', 'stepMinutes'] as const)
    .filter((property) => type[property] % sliceMinutes !== 0)
    .map((property) => ({ pointer: `/${property}`, code: 'multiple_of', message: 'Must be a multiple of 5 minutes.' })),
  ...(type.ages && type.ages.from > type.ages.to
    ? [{ pointer: '/ages', code: 'out_of_order', message: 'The youngest age must not be above the oldest.' }]
    : []),
  // Who waits in a line is seen by all who take from it.
  ...(type.onDemand === true && type.sensitivity
    ? [{ pointer: '/sensitivity', code: 'contradictory', message: 'Must be left out for visits without a time.' }]
    : []),
  ...repeated(
    'resources',
    type.resources?.map(({ kind }) => kind),
  ),
  ...repeated(
    'additionalPractitioners',
    type.additionalPractitioners?.map(({ specialty }) => specialty),
  ),
]

const repeated = (property: string, values: readonly string[] = []): FaultyProperty[] =>
  values.flatMap((value, index) =>
    values.indexOf(value) < index
      ? [{ pointer: `/${property}/${index}`, code: 'repeated', message: 'Must be named once, with its count.' }]
      : [],
  )
