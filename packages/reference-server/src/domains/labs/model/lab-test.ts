import type { components } from '@visitkit/contract'

export type LabTest = components['schemas']['LabTest']
export type LabQuestion = components['schemas']['LabQuestion']
export type PanelMember = components['schemas']['LabPanelMember']
export type LabAnswer = components['schemas']['LabAnswer']
export type LocalizedText = components['schemas']['LocalizedText']

/** The text in `language`, else in English, else the first one. */
export const wordingOf = (texts: readonly LocalizedText[], language = 'en'): string =>
  (texts.find((each) => each.language === language) ?? texts.find((each) => each.language === 'en') ?? texts[0])
    ?.text ?? ''

/** Whether two entries name the same test: by the laboratory's own code, or by LOINC. */
export const isSameTest = (
  one: { readonly code: string; readonly loinc: string },
  other: { readonly code: string; readonly loinc: string },
): boolean => one.code === other.code || (one.loinc !== '' && one.loinc === other.loinc)

/** LOINC of the members without which a panel is not complete: all of them if none is needed more than the others. */
export const neededMembers = ({ includes = [] }: Pick<LabTest, 'includes'>): readonly string[] => {
  const needed = includes.filter(({ optional }) => optional !== true)
  return (needed.length > 0 ? needed : includes).map(({ loinc }) => loinc)
}
