/** A person's name in parts. FHIR: HumanName; its `given` is `given` followed by `middle`. */
export interface PersonName {
  /** Empty for a person with a family name only. */
  readonly given: string
  /** Empty for a person with one name. */
  readonly family: string
  /** Further given names, in order. */
  readonly middle?: readonly string[] | undefined
  /** E.g. `Jr` or `III`. */
  readonly suffix?: string | undefined
}

/** A person's names: the official one, and those of other uses (FHIR: HumanName.use). */
export interface PersonNames<Use extends string = string> {
  readonly name: PersonName
  readonly otherNames?: readonly (PersonName & { readonly use: Use })[] | undefined
}

/** The name for display, given names first. */
export const fullName = ({ given, middle = [], family, suffix = '' }: PersonName): string =>
  [given, ...middle, family, suffix].filter((part) => part !== '').join(' ')
