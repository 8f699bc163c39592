/** Sections of a label that are read before a prescription, in the order in which they are shown. */
export const labelSections = ['boxed-warning', 'contraindications', 'drug-interactions', 'pregnancy'] as const
export type LabelSection = (typeof labelSections)[number]

/** openFDA's names of the sections. Older labels have only the second. */
const fieldsOf: Readonly<Record<LabelSection, readonly string[]>> = {
  'boxed-warning': ['boxed_warning'],
  contraindications: ['contraindications'],
  'drug-interactions': ['drug_interactions'],
  pregnancy: ['pregnancy', 'pregnancy_or_breast_feeding'],
}

/** A label as it is stored: what is shown of it. */
export interface LabelRecord {
  readonly setId: string
  readonly version: number
  /** `2026-10-31`. */
  readonly effectiveDate: string
  readonly name: string
  readonly isPrescription: boolean
  readonly sections: readonly { readonly section: LabelSection; readonly text: string; readonly isCut: boolean }[]
}

/** Longer sections are cut, and say so: the whole label is at DailyMed. */
const longestSection = 20_000

/** A label of openFDA, with its drugs; or the field that is wrong. Null if it has none of the sections. */
export const readLabel = (
  value: unknown,
): { readonly label: LabelRecord; readonly rxcuis: readonly string[] } | { readonly field: string } | null => {
  if (!isObject(value)) return { field: 'results' }
  const { set_id: setId, version, effective_time: effectiveTime, openfda } = value
  if (typeof setId !== 'string' || !/^[0-9a-f-]{36}$/i.test(setId)) return { field: 'set_id' }
  if (!/^[0-9]{1,6}$/.test(String(version))) return { field: 'version' }
  if (typeof effectiveTime !== 'string' || !/^[0-9]{8}/.test(effectiveTime)) return { field: 'effective_time' }
  const drug = isObject(openfda) ? openfda : {}
  const sections = labelSections.flatMap((section) => {
    const texts = fieldsOf[section].map((field) => textsOf(value[field])).find((each) => each.length > 0) ?? []
    const text = plain(texts.join('\n\n'))
    return text === '' ? [] : [{ section, text: text.slice(0, longestSection), isCut: text.length > longestSection }]
  })
  if (sections.length === 0) return null
  return {
    label: {
      setId: setId.toLowerCase(),
      version: Number(version),
      effectiveDate: `${effectiveTime.slice(0, 4)}-${effectiveTime.slice(4, 6)}-${effectiveTime.slice(6, 8)}`,
      name: plain(textsOf(drug['brand_name'])[0] ?? textsOf(drug['generic_name'])[0] ?? ''),
      isPrescription: textsOf(drug['product_type']).includes('HUMAN PRESCRIPTION DRUG'),
      sections,
    },
    rxcuis: textsOf(drug['rxcui']).filter((rxcui) => /^[0-9]{1,8}$/.test(rxcui)),
  }
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []

/** Without what would hide or reorder a text on the screen. Line breaks stay. */
const plain = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- matches control characters
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ')
    .trim()

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
