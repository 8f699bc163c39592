import type { NoteVitals, Vital, VitalObservation } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import { shownUnit } from '../note-editor/vital-signs.ts'
import type { Point, Trend } from './trend-plot.ts'
import type { vitalsEn } from './vitals.en.ts'

const systolic = '8480-6'
const diastolic = '8462-4'
/** The most common vital signs first, as in the note; then the others in the order of the data. */
const firstShown: readonly Vital['loinc'][] = [systolic, '8867-4', '2708-6', '29463-7']

const displayOrder = (loinc: Vital['loinc']): number =>
  firstShown.includes(loinc) ? firstShown.indexOf(loinc) : firstShown.length

/** The lower value belongs to the upper one of the same visit, and is drawn in its line. */
const toPoint = ({ loinc, value, unit, measuredAt }: VitalObservation, vitals: readonly VitalObservation[]): Point => {
  const lower = loinc === systolic ? vitals.find((one) => one.loinc === diastolic && one.unit === unit) : undefined
  return { at: measuredAt, value, ...(lower && { lower: lower.value }) }
}

/** Vital signs measured at more than one moment in the unit of the latest visit. Visits are newest first, as the server lists them. */
export const vitalTrends = (t: Translate<typeof vitalsEn>, visits: readonly NoteVitals[]): readonly Trend[] => {
  const trends = new Map<Vital['loinc'], Trend & { readonly ucum: string; readonly points: Point[] }>()
  for (const { vitals } of visits) {
    for (const vital of vitals) {
      const { loinc, unit: ucum } = vital
      if (loinc === diastolic && vitals.some((one) => one.loinc === systolic)) continue
      const known = trends.get(loinc)
      const point = toPoint(vital, vitals)
      // One value per moment: two measurements at one visit are not a trend.
      if (known?.ucum === ucum && !known.points.some((one) => one.at === point.at)) known.points.push(point)
      if (known) continue
      const name = loinc === systolic ? t('pressure') : t(`vital_${loinc}`)
      trends.set(loinc, {
        name,
        unit: shownUnit(ucum),
        ucum,
        points: [point],
        usual: {},
        mark: undefined,
        from: 'near',
      })
    }
  }
  return [...trends]
    .filter(([, { points }]) => points.length > 1)
    .toSorted(([a], [b]) => displayOrder(a) - displayOrder(b))
    .map(([, trend]) => ({ ...trend, points: trend.points.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)) }))
}
