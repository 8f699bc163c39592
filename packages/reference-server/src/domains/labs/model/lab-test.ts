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

/** What a panel needs, by LOINC. */
export interface NeededMembers {
  readonly members: readonly string[]
  /** Of its members that are panels themselves, at any depth. */
  readonly panels: readonly { readonly loinc: string; readonly members: readonly string[] }[]
}

/** The members without which a panel is not complete: all of them if none is needed more than the others. */
export const neededMembers = ({ includes = [] }: Pick<LabTest, 'includes'>): NeededMembers => {
  const neededOf = (panel?: string): readonly string[] => {
    const own = includes.filter(({ partOf }) => partOf === panel)
    const needed = own.filter(({ optional }) => optional !== true)
    return (needed.length > 0 ? needed : own).map(({ loinc }) => loinc)
  }
  const panelsIn = (members: readonly string[]): NeededMembers['panels'] =>
    members.flatMap((loinc) => {
      const nested = neededOf(loinc)
      return nested.length === 0 ? [] : [{ loinc, members: nested }, ...panelsIn(nested)]
    })
  const members = neededOf()
  return { members, panels: panelsIn(members) }
}
