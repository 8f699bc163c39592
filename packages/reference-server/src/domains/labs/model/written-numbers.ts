/** Reads a number as it is written in one convention; null if it is not written in that one. */
export type ReadNumber = (written: string) => number | null

const point = /^[-+]?(?:\d+\.?\d*|\.\d+)$/

/** `4.5`: as HL7 writes numbers (NM). */
export const pointNumber: ReadNumber = (written) => (point.test(written) ? Number(written) : null)

/** `4,500.5` with a comma, or `4.500,5` with a point, between thousands. */
const grouped =
  (separator: ',' | '.'): ReadNumber =>
  (written) => {
    const decimal = separator === ',' ? '.' : ','
    const form = new RegExp(`^[-+]?(?:[1-9]\\d{0,2}(?:\\${separator}\\d{3})+|\\d+)(?:\\${decimal}\\d+)?$`)
    return form.test(written) ? Number(written.replaceAll(separator, '').replace(decimal, '.')) : null
  }

/** `4,5` or `4.5`, without a sign between thousands. */
const either: ReadNumber = (written) => (/^[-+]?\d*[.,]?\d+$/.test(written) ? Number(written.replace(',', '.')) : null)

/**
 * The conventions in which the numbers of a text may be written. Without a comma there is one. With a comma, `4,500` is four and a half or four
 * and a half thousand: what holds in each convention in which all numbers can be read is certain, and nothing else is.
 */
export const conventionsOf = (text: string): readonly ReadNumber[] =>
  text.includes(',') ? [grouped(','), grouped('.'), either] : [pointNumber]
