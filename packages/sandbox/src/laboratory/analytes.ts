/** What the simulated laboratory measures for each of its tests: LOINC, name, unit (UCUM), reference range and how values are generated. */
export interface Analyte {
  readonly loinc: string
  readonly name: string
  readonly unit: string
  readonly low: number
  readonly high: number
  readonly decimals: number
  /** Critical limits: values outside them must be communicated to a person immediately. */
  readonly panicLow?: number
  readonly panicHigh?: number
  /** Part of the first, partial report. */
  readonly early?: true
}
export interface TextAnalyte {
  readonly loinc: string
  readonly name: string
  readonly text: string
}

const sodium: Analyte = {
  loinc: '2951-2',
  name: 'Sodium',
  unit: 'mmol/L',
  low: 136,
  high: 145,
  decimals: 0,
  panicLow: 120,
  panicHigh: 160,
  early: true,
}
const potassium: Analyte = {
  loinc: '2823-3',
  name: 'Potassium',
  unit: 'mmol/L',
  low: 3.5,
  high: 5.1,
  decimals: 1,
  panicLow: 2.8,
  panicHigh: 6.2,
  early: true,
}
const creatinine: Analyte = { loinc: '2160-0', name: 'Creatinine', unit: 'mg/dL', low: 0.6, high: 1.3, decimals: 2 }
const glucose: Analyte = {
  loinc: '2345-7',
  name: 'Glucose',
  unit: 'mg/dL',
  low: 70,
  high: 99,
  decimals: 0,
  panicLow: 40,
  panicHigh: 450,
}
const urea: Analyte = { loinc: '3094-0', name: 'Urea nitrogen', unit: 'mg/dL', low: 7, high: 20, decimals: 0 }
const calcium: Analyte = { loinc: '17861-6', name: 'Calcium', unit: 'mg/dL', low: 8.6, high: 10.2, decimals: 1 }
const alanineAminotransferase: Analyte = {
  loinc: '1742-6',
  name: 'Alanine aminotransferase',
  unit: 'U/L',
  low: 7,
  high: 45,
  decimals: 0,
}
const hemoglobin: Analyte = {
  loinc: '718-7',
  name: 'Hemoglobin',
  unit: 'g/dL',
  low: 12,
  high: 16,
  decimals: 1,
  panicLow: 7,
  early: true,
}

export const analytes: Readonly<Record<string, readonly (Analyte | TextAnalyte)[]>> = {
  BMP: [sodium, potassium, creatinine, glucose, urea, calcium],
  CMP: [sodium, potassium, creatinine, glucose, urea, calcium, alanineAminotransferase],
  CBC: [
    hemoglobin,
    { loinc: '6690-2', name: 'Leukocytes', unit: '10*3/uL', low: 4, high: 11, decimals: 1 },
    { loinc: '777-3', name: 'Platelets', unit: '10*3/uL', low: 150, high: 400, decimals: 0, panicLow: 20 },
  ],
  LIPID: [
    { loinc: '2093-3', name: 'Cholesterol', unit: 'mg/dL', low: 120, high: 200, decimals: 0 },
    { loinc: '2085-9', name: 'HDL cholesterol', unit: 'mg/dL', low: 40, high: 90, decimals: 0 },
    { loinc: '2571-8', name: 'Triglyceride', unit: 'mg/dL', low: 40, high: 150, decimals: 0 },
  ],
  A1C: [{ loinc: '4548-4', name: 'Hemoglobin A1c', unit: '%', low: 4, high: 5.6, decimals: 1 }],
  TSH: [{ loinc: '3016-3', name: 'Thyrotropin', unit: 'm[IU]/L', low: 0.4, high: 4, decimals: 2 }],
  K: [potassium],
  INR: [{ loinc: '6301-6', name: 'INR', unit: '{INR}', low: 0.9, high: 1.2, decimals: 1, panicHigh: 5 }],
  LITHIUM: [{ loinc: '14334-7', name: 'Lithium', unit: 'mmol/L', low: 0.6, high: 1.2, decimals: 2, panicHigh: 2 }],
  FERRITIN: [{ loinc: '2276-4', name: 'Ferritin', unit: 'ng/mL', low: 15, high: 150, decimals: 0 }],
  BNP: [{ loinc: '30934-4', name: 'Natriuretic peptide B', unit: 'pg/mL', low: 0, high: 100, decimals: 0 }],
  LEAD: [{ loinc: '5671-3', name: 'Lead', unit: 'ug/dL', low: 0, high: 3.4, decimals: 1, panicHigh: 45 }],
  UCULT: [{ loinc: '630-4', name: 'Bacteria identified', text: 'No growth after 24 hours.' }],
  STREP: [{ loinc: '78012-2', name: 'Streptococcus pyogenes antigen', text: 'Not detected' }],
}

export interface Measured {
  readonly loinc: string
  readonly name: string
  readonly value: string
  readonly unit: string
  readonly range: string
  readonly flag: string
  readonly isText: boolean
  readonly early: boolean
}

/** Plausible values. `chance` is between 0 and 1 and sets the position in the range; `critical` makes the first measurement critical. */
export const measure = (test: string, random: () => number, critical: boolean): readonly Measured[] => {
  const all = analytes[test] ?? [{ loinc: '', name: test, text: 'See the laboratory.' }]
  const isPanic = critical ? all.find((each) => 'panicHigh' in each || 'panicLow' in each) : undefined
  return all.map((analyte) => {
    const { loinc, name } = analyte
    if ('text' in analyte)
      return { loinc, name, value: analyte.text, unit: '', range: '', flag: 'N', isText: true, early: false }
    const value =
      analyte === isPanic ? panicValue(analyte) : analyte.low + (analyte.high - analyte.low) * (random() * 1.1 - 0.05)
    return {
      loinc,
      name,
      value: Math.max(value, 0).toFixed(analyte.decimals),
      unit: analyte.unit,
      range: `${analyte.low}-${analyte.high}`,
      flag: flagOf(analyte, Number(value.toFixed(analyte.decimals))),
      isText: false,
      early: analyte.early ?? false,
    }
  })
}

const panicValue = ({ panicHigh, panicLow = 0 }: Analyte): number =>
  panicHigh === undefined ? panicLow * 0.9 : panicHigh * 1.1

const flagOf = ({ low, high, panicLow, panicHigh }: Analyte, value: number): string => {
  if (panicHigh !== undefined && value > panicHigh) return 'HH'
  if (panicLow !== undefined && value < panicLow) return 'LL'
  return value > high ? 'H' : value < low ? 'L' : 'N'
}
