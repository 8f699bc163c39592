import { repetitionsOf, valueIn, valueOf, type Segment } from './segment.ts'
import { readTimestamp } from './timestamps.ts'

/** The text of a coded element, else its code. */
const wordsOf = (of: Segment | undefined, field: number): string => valueOf(of, field, 2) || valueOf(of, field)

/** What was examined: the specimen's type and where it comes from (SPM-4, SPM-8), else OBR-15, whose code is a subcomponent. */
export const specimenOf = (request: Segment, specimens: readonly Segment[]): string => {
  const named = specimens.map((specimen) =>
    [wordsOf(specimen, 4), wordsOf(specimen, 8)].filter((part) => part !== '').join(', '),
  )
  const words = [...new Set(named)].filter((each) => each !== '').join('; ')
  return words || valueOf(request, 15, 1, 2) || valueOf(request, 15)
}

/** When the specimen was taken: SPM-17, the start of its range, else OBR-7. */
export const collectedAt = (request: Segment, specimens: readonly Segment[], offset: string): Date | null =>
  [...specimens.map((specimen) => valueOf(specimen, 17)), valueOf(request, 7)]
    .map((written) => readTimestamp(written, offset))
    .find((at) => at !== null) ?? null

/** An address in one line: street, further line, city, state, postal code, country. */
export const addressOf = (of: Segment, field: number): string =>
  [1, 2, 3, 4, 5, 6]
    .map((component) => valueIn(repetitionsOf(of, field)[0], component))
    .filter((part) => part !== '')
    .join(', ')
