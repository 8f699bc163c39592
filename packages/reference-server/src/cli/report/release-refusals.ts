import type { JudgedControl } from './judge-control.ts'
import type { Report } from './make-report.ts'

/** C01 to C60. A row that is missing is no row that is green. */
const everyControl: readonly string[] = Array.from({ length: 60 }, (_, at) => `C${String(at + 1).padStart(2, '0')}`)

/**
 * Why these files may not be released on a day; empty: they may. Each of the sixty controls is green, or has an exception that is in force.
 * An exception permits the release and makes nothing green.
 */
export const releaseRefusals = (
  { commit, uncommitted, controls, exceptions }: Report,
  now: Date,
): readonly string[] => {
  const today = now.toISOString().slice(0, 10)
  const known = new Set(controls.map(({ control }) => control))
  return [
    ...(commit === null ? ['These files are in no repository.'] : []),
    ...(uncommitted > 0
      ? [`Files that differ from the commit: ${uncommitted}. Commit them, and run the tests again.`]
      : []),
    ...everyControl.filter((control) => !known.has(control)).map((control) => `${control} is not in the report.`),
    ...controls.flatMap((control) => refusalsOf(control, today)),
    ...exceptions
      .filter(({ control }) => !known.has(control))
      .map(({ control }) => `The exception of ${control} is of no control: remove it.`),
  ]
}

const refusalsOf = ({ control, title, color, reasons, exception }: JudgedControl, today: string): readonly string[] => {
  if (color === 'green')
    return exception === null ? [] : [`${control} ${title} is green and has an exception: remove the exception.`]
  if (exception === null) return [`${control} ${title} is ${color}. ${reasons.join(' ')}`]
  return exception.expires < today
    ? [`${control} ${title} is ${color}, and its exception ended on ${exception.expires}. ${reasons.join(' ')}`]
    : []
}
