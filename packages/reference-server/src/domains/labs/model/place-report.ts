import type { LaboratoryReport } from '../../../vendors/laboratory/report.ts'
import { readPlacerNumber, type LabOrder, type OrderedLabTest, type ReportedTest } from './lab-order.ts'
import type { LabResult } from './lab-result.ts'
import { isSameTest } from './lab-test.ts'

/**
 * Where a report belongs in an order: to one of its tests or results, or next to the test whose number it carries although it is another one,
 * such as a reflex test or a part of it.
 */
export type Place =
  | { readonly kind: 'at'; readonly position: number }
  | { readonly kind: 'next-to'; readonly position: number }
  /** A member of the panel at this position, reported by itself. */
  | { readonly kind: 'member'; readonly position: number; readonly loinc: string }

/**
 * The place of a report in an order, null if it has none. Its number names a test, but some laboratories send every test under the first
 * number. If another test of the order has the report's code, that one is meant, else the panel of which it is a
 * member.
 */
export const placeInOrder = (
  { groupNumber, content: { tests } }: Pick<LabOrder, 'groupNumber' | 'content'>,
  { test, placerNumber }: Pick<LaboratoryReport, 'test' | 'placerNumber'>,
): Place | null => {
  const number = readPlacerNumber(placerNumber)
  const named = number?.groupNumber === groupNumber ? number.position : 0
  const isNamed = tests[named - 1] !== undefined
  const isMeant = tests.some((each, index) => index === named - 1 && isSameTest(each, test))
  const position = isMeant ? named : tests.findIndex((each) => isSameTest(each, test)) + 1
  if (position > 0) return { kind: 'at', position }
  const isMember = ({ members = [], panels = [] }: OrderedLabTest): boolean =>
    [members, ...panels.map((panel) => panel.members)].some((each) => each.includes(test.loinc))
  const panel = tests.findIndex((each, index) => index === named - 1 && isMember(each)) + 1
  const member = panel || tests.findIndex(isMember) + 1
  if (member > 0) return { kind: 'member', position: member, loinc: test.loinc }
  return isNamed ? { kind: 'next-to', position: named } : null
}

export interface PlacedReport {
  /** After the last test of the order for a test that was not ordered, and for a member of a panel. */
  readonly position: number
  /** The result that the report continues; null for its first report. */
  readonly before: LabResult | null
}

/**
 * The result to which a report belongs. A part (OBR-26) of a result that is known continues it. Every other test that was not ordered is a
 * result of its own.
 */
export const placeReport = (
  place: Place,
  { test, parent }: Pick<LaboratoryReport, 'test' | 'parent'>,
  { content: { tests } }: Pick<LabOrder, 'content'>,
  /** The results of the order with the report's number. */
  known: readonly LabResult[],
  /** All results of the order. */
  reported: readonly ReportedTest[],
): PlacedReport => {
  const named = known.find(({ position }) => position === place.position)
  if (place.kind === 'at' || (place.kind === 'next-to' && parent !== '' && named !== undefined))
    return { position: place.position, before: named ?? null }
  const before = known.find(({ position, content }) => position > tests.length && isSameTest(content.test, test))
  const last = Math.max(tests.length, ...reported.map(({ position }) => position))
  return { position: before?.position ?? last + 1, before: before ?? null }
}
